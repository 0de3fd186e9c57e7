// The interactive charts weigh more than the page: they come when they are asked for.
document.addEventListener('click', async event => {
  const button = event.target.closest('button[data-charts]');
  if (!button) return;
  const note = document.getElementById(button.getAttribute('aria-describedby'));
  button.disabled = true;
  note.textContent = note.dataset.loading;
  try {
    const { draw } = await import(button.dataset.charts);
    draw();
    note.textContent = note.dataset.done;
    note.tabIndex = -1;
    note.focus();
    button.closest('.buttons').remove();
  } catch {
    note.textContent = note.dataset.failed;
    button.disabled = false;
  }
});
