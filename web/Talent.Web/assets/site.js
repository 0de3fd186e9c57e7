// What the pages gain from a script, beyond htmx. Everything here is a convenience: each page works without it.

// Filters that the reader has opened stay open when the results change.
let filtersOpen = false;
document.addEventListener('htmx:beforeSwap', () => { filtersOpen = document.querySelector('.filters')?.open ?? false; });
document.addEventListener('htmx:afterSettle', () => { if (filtersOpen) document.querySelector('.filters')?.setAttribute('open', ''); });

// A part that cannot be had leads to the whole page, which says why.
document.addEventListener('htmx:responseError', event => {
  const { verb, path } = event.detail.requestConfig;
  if (verb === 'get') location.assign(event.detail.pathInfo.finalRequestPath ?? path);
});

// A filter chosen before the last answer has come replaces that request: nothing has gone wrong that a console should tell.
// (A request that fails says so by an event of its own besides.)
htmx.logger = (_, name, detail) => { if (/:(sendAbort|afterRequest)$/.test(name)) delete detail.error; };

// Says so before leaving a form with unsaved changes.
let changed = false;
document.addEventListener('input', event => { changed ||= event.target.closest('form[data-guard]') !== null; });
document.addEventListener('submit', () => { changed = false; });
window.addEventListener('beforeunload', event => { if (changed) event.preventDefault(); });

// Another empty row at the end of a list of rows, numbered on.
document.addEventListener('click', event => {
  const button = event.target.closest('button[data-add-row]');
  if (!button) return;
  const rows = document.getElementById(button.dataset.addRow);
  const last = rows?.lastElementChild;
  if (!last) return;
  event.preventDefault();
  const index = rows.children.length;
  const row = last.cloneNode(true);
  for (const element of row.querySelectorAll('[id], [name], [for], [aria-describedby], [aria-labelledby]'))
    for (const attribute of ['id', 'name', 'for', 'aria-describedby', 'aria-labelledby'])
      if (element.hasAttribute(attribute))
        element.setAttribute(attribute, element.getAttribute(attribute).replace(/([[-])\d+([\]-])/, `$1${index}$2`));
  for (const input of row.querySelectorAll('input')) input.value = '';
  for (const select of row.querySelectorAll('select')) select.selectedIndex = 0;
  for (const error of row.querySelectorAll('.invalid-feedback')) error.remove();
  rows.append(row);
  row.querySelector('input, select')?.focus();
});

// A menu closes as menus do: by Escape, by a click elsewhere, when the keyboard has left it.
const menu = () => document.querySelector('details.menu[open]');
document.addEventListener('keydown', event => {
  const open = event.key === 'Escape' ? menu() : null;
  if (!open) return;
  open.open = false;
  open.querySelector('summary').focus();
});
for (const leaving of ['click', 'focusin'])
  document.addEventListener(leaving, event => { const open = menu(); if (open && !open.contains(event.target)) open.open = false; });
