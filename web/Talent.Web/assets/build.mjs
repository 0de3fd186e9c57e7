// Builds what the browser downloads into the folder named by the first argument: one stylesheet (Tabler, reduced to what
// the components use, plus our own), one script, others for those who are signed in, for the kanban board and for charts,
// one icon sprite, each also compressed.
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';
import { mkdirSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build, transformSync } from 'esbuild';
import postcss from 'postcss';
import { PurgeCSS } from 'purgecss';
import { followColourScheme, logical } from './css.mjs';
import { world } from './world.mjs';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const out = process.argv[2] ?? join(root, 'obj', 'assets');
const read = (...path) => readFileSync(join(root, ...path), 'utf8');

function sources(folder) {
  return readdirSync(join(root, folder), { recursive: true })
    .filter(file => /\.(razor|cs)$/.test(file)).map(file => join(root, folder, file));
}

const markup = ['Layout', 'Pages', 'Components', 'Forms'].flatMap(sources);

async function stylesheet() {
  const tabler = postcss([followColourScheme, logical])
    .process(read('node_modules', '@tabler', 'core', 'dist', 'css', 'tabler.css'), { from: undefined, map: false }).css;
  const [purged] = await new PurgeCSS().purge({
    content: markup,
    css: [{ raw: tabler }],
    defaultExtractor: text => text.match(/[\w-]+/g) ?? [],
    safelist: { standard: ['htmx-request', 'data-bs-theme'] },
    variables: true,
    keyframes: true,
    fontFace: true,
  });
  return transformSync(purged.css + read('assets', 'app.css'), { loader: 'css', minify: true, legalComments: 'none' }).code
    .replace(/^/, '/* Tabler (c) The Tabler Authors, MIT licence; Talent, Apache-2.0 */');
}

function script() {
  const own = ['site.js', 'accounts.js', 'combobox.js', 'boards.js'].map(name => read('assets', name))
    .map(text => transformSync(`{${text}}`, { loader: 'js', minify: true }).code).join('');
  return '/* htmx (c) Big Sky Software, 0BSD licence; Talent, Apache-2.0 */\n'
    + read('node_modules', 'htmx.org', 'dist', 'htmx.min.js') + '\n' + own;
}

// Loaded by itself, when somebody asks for it.
async function charts() {
  const map = {
    name: 'world',
    setup(bundle) {
      bundle.onResolve({ filter: /^talent:world$/ }, () => ({ path: 'world', namespace: 'talent' }));
      bundle.onLoad({ filter: /^world$/, namespace: 'talent' }, () => ({ contents: JSON.stringify(world()), loader: 'json' }));
    },
  };
  const { outputFiles: [bundled] } = await build({
    entryPoints: [join(root, 'assets', 'charts.js')], bundle: true, minify: true, format: 'esm', target: 'es2022', write: false,
    legalComments: 'none', plugins: [map], define: { 'process.env.NODE_ENV': '"production"' },
  });
  return '/* Apache ECharts (c) The Apache Software Foundation, Apache-2.0; zrender, BSD-3-Clause; world-atlas, ISC, from Natural'
    + ' Earth, public domain; Talent, Apache-2.0 */\n' + bundled.text;
}

function sprite() {
  const chosenByCode = ['school', 'briefcase', 'users', 'building', 'key', 'shield-lock'];
  const used = new Set(chosenByCode.concat(markup.flatMap(file =>
    [...readFileSync(file, 'utf8').matchAll(/(?:<Icon Name|Symbol)="([a-z0-9-]+)"/g)].map(match => match[1]))));
  const symbols = [...used].sort().map(name => {
    const shapes = read('node_modules', '@tabler', 'icons', 'icons', 'outline', `${name}.svg`)
      .match(/<(path|circle|rect|line)[^>]*>/g).filter(shape => !shape.includes('stroke="none"'));
    return `<symbol id="${name}" viewBox="0 0 24 24">${shapes.join('')}</symbol>`;
  });
  return '<svg xmlns="http://www.w3.org/2000/svg"><!-- Tabler Icons, (c) Paweł Kuna, MIT licence -->'
    + symbols.join('') + read('assets', 'logo.svg').trim().replace('<svg xmlns="http://www.w3.org/2000/svg"', '<symbol id="brand"')
      .replace('</svg>', '</symbol>') + '</svg>';
}

function write(name, text) {
  const bytes = Buffer.from(text, 'utf8');
  const brotli = brotliCompressSync(bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: 11 } });
  writeFileSync(join(out, name), bytes);
  writeFileSync(join(out, `${name}.br`), brotli);
  writeFileSync(join(out, `${name}.gz`), gzipSync(bytes, { level: 9 }));
  console.log(`${name}: ${bytes.length} bytes, ${brotli.length} compressed`);
}

mkdirSync(out, { recursive: true });
write('app.css', await stylesheet());
write('app.js', script());
write('live.js', '/* Talent, Apache-2.0 */\n' + transformSync(`{${read('assets', 'live.js')}}`, { loader: 'js', minify: true }).code);
write('kanban.js', '/* Talent, Apache-2.0 */\n' + transformSync(read('assets', 'kanban.js'), { loader: 'js', minify: true }).code);
write('charts.js', await charts());
write('icons.svg', sprite());
write('logo.svg', read('assets', 'logo.svg'));
