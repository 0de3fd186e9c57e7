// Cards of the board moved with the mouse, or with the arrow keys. It sends the form that the buttons send, so the
// service decides; a move it refuses is explained above the board. Without this script the buttons do the same.

const board = () => document.querySelector('[data-board]');
const cardOf = element => element?.closest?.('[data-card]');
let dragged = null;
let wanted = null;

function move(card, stage) {
  if (!card || card.dataset.stage === stage) return;
  if (card.dataset.formStage === stage) return void location.assign(card.dataset.form);
  wanted = card.dataset.card;
  const form = board();
  window.htmx.ajax('POST', form.getAttribute('action'), {
    target: '#board-part', swap: 'outerHTML',
    values: { step: `${card.dataset.card}:${stage}`, 'form-token': form.querySelector('[name=form-token]').value },
  });
}

document.addEventListener('dragstart', event => {
  dragged = cardOf(event.target);
  if (!dragged) return;
  dragged.dataset.dragging = '';
  event.dataTransfer.effectAllowed = 'move';
  event.dataTransfer.setData('text/plain', dragged.dataset.card);
  const next = dragged.dataset.next || dragged.dataset.formStage;
  document.querySelector(`[data-column="${next}"]`)?.classList.add('column-next');
});
document.addEventListener('dragover', event => {
  const column = dragged && event.target.closest?.('[data-column]');
  if (!column) return;
  event.preventDefault();
  for (const other of document.querySelectorAll('.column-over')) if (other !== column) other.classList.remove('column-over');
  column.classList.add('column-over');
});
document.addEventListener('drop', event => {
  const column = dragged && event.target.closest?.('[data-column]');
  if (!column) return;
  event.preventDefault();
  delete dragged.dataset.dragging;
  move(dragged, column.dataset.column);
});
document.addEventListener('dragend', () => {
  if (dragged) delete dragged.dataset.dragging;
  dragged = null;
  for (const column of document.querySelectorAll('.column-over, .column-next')) column.classList.remove('column-over', 'column-next');
});

/** The card beside or below the one with the focus; columns without cards are passed over. */
function neighbour(card, across, along) {
  if (along) {
    const cards = [...card.closest('[data-column]').querySelectorAll('[data-card]')];
    return cards[cards.indexOf(card) + along];
  }
  const columns = [...document.querySelectorAll('[data-column]')].filter(column => column.querySelector('[data-card]'));
  return columns[columns.indexOf(card.closest('[data-column]')) + across]?.querySelector('[data-card]');
}

document.addEventListener('keydown', event => {
  const card = cardOf(event.target);
  if (!card || event.altKey || event.ctrlKey || event.metaKey || !event.key.startsWith('Arrow')) return;
  const forward = document.dir === 'rtl' ? 'ArrowLeft' : 'ArrowRight';
  const across = event.key === 'ArrowUp' || event.key === 'ArrowDown' ? 0 : event.key === forward ? 1 : -1;
  event.preventDefault();
  if (event.shiftKey && across) {
    const columns = [...document.querySelectorAll('[data-column]')];
    const column = columns[columns.indexOf(card.closest('[data-column]')) + across];
    if (column) move(card, column.dataset.column);
    return;
  }
  neighbour(card, across, across ? 0 : event.key === 'ArrowDown' ? 1 : -1)?.querySelector('a')?.focus();
});

// The focus stays with the card that was moved.
document.addEventListener('htmx:afterSettle', () => {
  const link = wanted && document.getElementById(`card-${wanted}`);
  wanted = null;
  link?.focus();
});
