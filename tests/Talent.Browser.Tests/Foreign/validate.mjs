// Reads {address: html} as JSON from its input and writes one line for each fault of the markup.
import { HtmlValidate } from 'html-validate';

const validator = new HtmlValidate({
  root: true,
  extends: ['html-validate:standard'],
  rules: {
    'void-style': 'off',
    'form-dup-name': ['error', { shared: ['radio', 'checkbox', 'button', 'submit', 'reset'] }],
  },
});
let input = '';
for await (const chunk of process.stdin) input += chunk;
for (const [address, html] of Object.entries(JSON.parse(input))) {
  const report = await validator.validateString(html);
  for (const { line, column, ruleId, message } of report.results.flatMap(result => result.messages))
    console.log(`${address}:${line}:${column}: ${ruleId}: ${message}`);
}
