// What the pages gain from a script, beyond htmx. Everything here is a convenience: each page works without it.

document.documentElement.classList.add('js');

// A form marked so sends itself when a choice in it changes; without the script its button does.
document.addEventListener('change', event => {
  const form = event.target.closest('form[data-submit-on-change]');
  if (form && event.target.matches('select, input[type=checkbox], input[type=radio]')) form.requestSubmit();
});

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
