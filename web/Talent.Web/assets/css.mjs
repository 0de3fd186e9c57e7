// Two rewrites of Tabler's stylesheet, so that one file serves both directions and both colour schemes.

const sides = { left: 'inline-start', right: 'inline-end' };
const corners = {
  'border-top-left-radius': 'border-start-start-radius',
  'border-top-right-radius': 'border-start-end-radius',
  'border-bottom-left-radius': 'border-end-start-radius',
  'border-bottom-right-radius': 'border-end-end-radius',
};

/** Left and right become start and end. */
export const logical = {
  postcssPlugin: 'logical',
  Declaration(node) {
    const side = node.prop.match(/^(margin|padding|border)-(left|right)(-.+)?$/);
    if (side) node.prop = `${side[1]}-${sides[side[2]]}${side[3] ?? ''}`;
    else if (corners[node.prop]) node.prop = corners[node.prop];
    else if (node.prop === 'left' || node.prop === 'right') node.prop = `inset-${sides[node.prop]}`;
    else if (node.prop === 'text-align' || node.prop === 'float') {
      const prefix = node.prop === 'float' ? 'inline-' : '';
      node.value = node.value.replace(/^left/, `${prefix}start`).replace(/^right/, `${prefix}end`);
    }
  },
};

const dark = '[data-bs-theme=dark]';

/** Rules for the dark theme also hold when the reader's system asks for dark and the page has not been told otherwise. */
export const followColourScheme = {
  postcssPlugin: 'follow-colour-scheme',
  Once(sheet, { AtRule }) {
    sheet.walkRules(rule => {
      if (rule.parent.name === 'keyframes') return;
      const kept = rule.selectors.filter(selector => !/data-bs-navbar-theme|body\[data-bs-theme/.test(selector));
      if (kept.length === 0) return void rule.remove();
      rule.selectors = kept;
      const themed = kept.filter(selector => selector.includes(dark) && !selector.includes(':not'));
      if (themed.length === 0) return;
      const media = new AtRule({ name: 'media', params: '(prefers-color-scheme: dark)' });
      const system = rule.clone();
      system.selectors = themed.map(selector => selector.replace(dark, ':root:not([data-bs-theme=light])')
        .replace(':root:root', ':root'));
      media.append(system);
      rule.after(media);
    });
  },
};
