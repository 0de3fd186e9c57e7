// Skills and occupations, offered while they are typed: the pattern of an editable combobox with a list
// (https://www.w3.org/WAI/ARIA/apg/patterns/combobox/). An input takes part by its attribute data-concepts, which names the
// kind asked for, empty for both; what stands in it is sent as it stands, whether it was chosen or typed.

const pause = 150;
const most = 8;
let open = null;
let timer = 0;
let asked = null;
let number = 0;

const separator = /[,;，；、\u060C\u061B]/u;
const words = text => text.normalize('NFKC').trim().toLocaleLowerCase();
const isHan = text => /\p{Script=Han}/u.test(text);

/** The part of the text that is being typed, and what stands around it: of several the one with the caret, else all of it. */
function typed(input) {
  const text = input.value;
  if (!input.dataset.many) return { before: '', part: text, after: '' };
  const caret = input.selectionStart ?? text.length;
  const start = text.slice(0, caret).split('').findLastIndex(letter => separator.test(letter)) + 1;
  const length = text.slice(start).search(separator);
  const end = length < 0 ? text.length : start + length;
  return { before: text.slice(0, start), part: text.slice(start, end), after: text.slice(end) };
}

function enhance(input) {
  if (input.getAttribute('role') === 'combobox') return;
  input.setAttribute('role', 'combobox');
  input.setAttribute('aria-autocomplete', 'list');
  input.setAttribute('aria-expanded', 'false');
  input.autocomplete = 'off';
}

function close() {
  clearTimeout(timer);
  asked?.abort();
  if (!open) return;
  open.input.setAttribute('aria-expanded', 'false');
  open.input.removeAttribute('aria-activedescendant');
  open.input.removeAttribute('aria-controls');
  open.list.remove();
  open = null;
}

function show(input, labels) {
  close();
  if (labels.length === 0 || document.activeElement !== input) return;
  const list = document.createElement('ul');
  list.id = `suggestions-${++number}`;
  list.className = 'suggested';
  list.setAttribute('role', 'listbox');
  list.setAttribute('aria-label', input.dataset.suggestions ?? '');
  labels.forEach((label, index) => {
    const option = document.createElement('li');
    option.id = `${list.id}-${index}`;
    option.setAttribute('role', 'option');
    option.setAttribute('aria-selected', 'false');
    option.textContent = label;
    list.append(option);
  });
  // Beside the input, whose frame is what the list is placed in: it lies under the field in either direction of writing.
  input.after(list);
  input.setAttribute('aria-controls', list.id);
  input.setAttribute('aria-expanded', 'true');
  open = { input, list, at: -1 };
}

function move(at) {
  const options = [...open.list.children];
  options[open.at]?.setAttribute('aria-selected', 'false');
  open.at = at;
  const option = options[at];
  if (!option) return void open.input.removeAttribute('aria-activedescendant');
  option.setAttribute('aria-selected', 'true');
  option.scrollIntoView({ block: 'nearest' });
  open.input.setAttribute('aria-activedescendant', option.id);
}

function choose(option) {
  const { input } = open;
  const { before, after } = typed(input);
  const start = before === '' ? option.textContent : `${before.trimEnd()} ${option.textContent}`;
  close();
  input.value = start + after;
  input.setSelectionRange(start.length, start.length);
  input.dispatchEvent(new Event('input', { bubbles: true }));
  clearTimeout(timer);
  if (input.dataset.submit) input.form?.requestSubmit();
}

async function ask(input) {
  const part = typed(input).part.trim();
  if (part.length < (isHan(part) ? 1 : 2)) return close();
  asked?.abort();
  asked = new AbortController();
  const query = new URLSearchParams({ q: part, lang: document.documentElement.lang, limit: most });
  if (input.dataset.concepts) query.set('kind', input.dataset.concepts);
  try {
    const answer = await fetch(`/api/v1/matching/concepts?${query}`, { signal: asked.signal });
    if (!answer.ok) return close();
    const labels = [...new Set((await answer.json()).map(concept => concept.label))];
    if (words(typed(input).part) !== words(part)) return;
    show(input, labels.length === 1 && words(labels[0]) === words(part) ? [] : labels);
  } catch {
    // Cut off by the next letter, or the network is away: the field is a plain one then.
    close();
  }
}

document.addEventListener('focusin', event => {
  if (event.target.matches?.('input[data-concepts]')) enhance(event.target);
});

document.addEventListener('input', event => {
  const input = event.target;
  if (!input.matches?.('input[data-concepts]') || event.isComposing) return;
  clearTimeout(timer);
  timer = setTimeout(() => ask(input), pause);
});

document.addEventListener('compositionend', event => {
  if (event.target.matches?.('input[data-concepts]')) event.target.dispatchEvent(new Event('input', { bubbles: true }));
});

document.addEventListener('keydown', event => {
  if (!open || event.target !== open.input || event.isComposing) return;
  const count = open.list.children.length;
  switch (event.key) {
    case 'ArrowDown': move(open.at + 1 >= count ? 0 : open.at + 1); break;
    case 'ArrowUp': move(open.at <= 0 ? count - 1 : open.at - 1); break;
    case 'Escape': close(); break;
    case 'Tab': return close();
    case 'Enter':
      if (open.at < 0) return close();
      choose(open.list.children[open.at]);
      break;
    default: return;
  }
  event.preventDefault();
});

// Pressed, not clicked: the field keeps its focus.
document.addEventListener('mousedown', event => {
  const option = open && event.target.closest?.('.suggested [role=option]');
  if (!option) return;
  event.preventDefault();
  choose(option);
});

document.addEventListener('focusout', event => { if (open && event.target === open.input) close(); });
