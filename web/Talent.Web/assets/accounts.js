// Passkeys, which only a script can ask the browser for, and small conveniences of the account's pages.

for (const field of document.querySelectorAll('[data-own-zone]'))
  field.value ||= Intl.DateTimeFormat().resolvedOptions().timeZone;

document.addEventListener('click', async event => {
  if (event.target.closest('[data-print]')) window.print();
  const copy = event.target.closest('[data-copy]');
  if (!copy) return;
  await navigator.clipboard.writeText(copy.dataset.copy);
  copy.textContent = copy.dataset.copied;
});

/** Asks the service what to ask the browser, then the browser; the answer travels on in the form. */
async function fill(form) {
  const answer = await fetch(form.dataset.options, { method: 'POST', headers: { accept: 'application/json' } });
  if (!answer.ok) throw new Error(`the service answered ${answer.status}`);
  const { options, state } = await answer.json();
  const credential = form.dataset.passkey === 'create'
    ? await navigator.credentials.create({ publicKey: PublicKeyCredential.parseCreationOptionsFromJSON(options) })
    : await navigator.credentials.get({ publicKey: PublicKeyCredential.parseRequestOptionsFromJSON(options) });
  form.elements.state.value = state;
  form.elements.credential.value = JSON.stringify(credential);
}

document.addEventListener('submit', async event => {
  const form = event.target.closest('form[data-passkey]');
  if (!form) return;
  event.preventDefault();
  const failure = form.querySelector('[data-failure]');
  const button = form.querySelector('button[type=submit]');
  failure.hidden = true;
  button.disabled = true;
  try {
    await fill(form);
    form.submit();
  } catch {
    // Cancelled, timed out, or no passkey here: browsers tell pages no more than that.
    failure.textContent = failure.dataset.failure;
    failure.hidden = false;
    button.disabled = false;
  }
});
