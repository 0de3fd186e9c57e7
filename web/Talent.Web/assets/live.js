// Live updates: speaks SignalR's JSON protocol over a websocket to /hubs/live, counts at the bell, says what is new, and
// fetches parts of the page again that it concerns. Such a part has an id and names the subjects that it shows:
// <section id="board" data-live="placement interview">; data-live="*" is concerned by everything. Without this script a
// page shows the same when it is loaded again.

const bell = document.querySelector('[data-bell]');
const news = document.querySelector('[data-live-news]');
const end = '\u001e';
const quietest = 30000;
// What the page was made from: everything up to this number is in it.
let last = bell?.dataset.last ? Number(bell.dataset.last) : null;
let socket = null;
let heard = 0;
let failures = 0;
let retry = 0;

function count(more) {
  const badge = bell.querySelector('[data-bell-count]');
  const number = Number(badge.dataset.bellCount) + more;
  badge.dataset.bellCount = number;
  badge.textContent = new Intl.NumberFormat(document.documentElement.lang).format(number);
  badge.hidden = number === 0;
}

/** A person is at work in it: typing, dragging, or with something written that was not sent. */
function isInUse(part) {
  const active = document.activeElement;
  if (part.contains(active) && active.matches('input:not([type=submit]), textarea, select, [contenteditable]')) return true;
  if (part.querySelector('[data-dragging], dialog[open], details.menu[open]')) return true;
  return [...part.querySelectorAll('input, textarea')].some(field => field.type === 'checkbox' || field.type === 'radio'
    ? field.checked !== field.defaultChecked : field.type !== 'hidden' && field.value !== field.defaultValue);
}

/** How to find the element with the focus again in the new content: by its id, its address, or its name. */
function findAgain(part) {
  const active = document.activeElement;
  if (!part.contains(active)) return () => null;
  const open = active.id ? `#${CSS.escape(active.id)}` : active.getAttribute('href')
    ? `a[href="${CSS.escape(active.getAttribute('href'))}"]` : active.name ? `[name="${CSS.escape(active.name)}"]` : null;
  return () => (open && part.querySelector(open)) ?? part;
}

function replace(part, fresh) {
  const again = findAgain(part);
  const opened = [...part.querySelectorAll('details[open][id]')].map(details => details.id);
  const scrolled = [part, ...part.querySelectorAll('[id]')].filter(one => one.scrollTop || one.scrollLeft)
    .map(one => [one.id, one.scrollLeft, one.scrollTop]);
  part.replaceChildren(...fresh.childNodes);
  for (const id of opened) document.getElementById(id)?.setAttribute('open', '');
  for (const [id, left, top] of scrolled) document.getElementById(id)?.scrollTo(left, top);
  const focus = again();
  if (focus && document.activeElement !== focus) focus.focus({ preventScroll: true });
  window.htmx?.process(part);
  part.dispatchEvent(new CustomEvent('live:refreshed', { bubbles: true }));
}

const stale = new Set();
let asking = null;
let waiting = 0;

/** Fetches the page once for all parts that are out of date; again when more became so meanwhile. */
async function refresh() {
  clearTimeout(waiting);
  if (asking || stale.size === 0) return;
  const wanted = [...stale].filter(part => part.isConnected && !isInUse(part));
  for (const part of stale) if (!part.isConnected || wanted.includes(part)) stale.delete(part);
  if (wanted.length === 0) return;
  asking = fetch(location.href, { headers: { accept: 'text/html' }, credentials: 'same-origin' });
  try {
    const answer = await asking;
    // Signed out meanwhile, or the page is gone: what stands there stays.
    if (answer.ok && !answer.redirected) {
      const page = new DOMParser().parseFromString(await answer.text(), 'text/html');
      for (const part of wanted) {
        const fresh = page.getElementById(part.id);
        if (!fresh) continue;
        if (isInUse(part)) stale.add(part);
        else replace(part, fresh);
      }
    }
  } catch {
    // The network is away; the next update tries again.
    for (const part of wanted) stale.add(part);
  }
  asking = null;
  if (stale.size > 0) waiting = setTimeout(refresh, 1000);
}

function take(update) {
  // The same again, after the connection was cut.
  if (last !== null && update.seq <= last) return;
  last = update.seq;
  if (update.weight !== 'signal') {
    count(1);
    news.textContent = update.text;
  }
  for (const part of document.querySelectorAll('[data-live][id]')) {
    const subjects = part.dataset.live.split(' ');
    if (subjects.includes('*') || subjects.includes(update.subject.type)) stale.add(part);
  }
  clearTimeout(waiting);
  waiting = setTimeout(refresh, 30);
}

const send = message => socket.send(JSON.stringify(message) + end);

function hear(text) {
  heard = Date.now();
  for (const part of text.split(end)) {
    if (part === '') continue;
    const message = JSON.parse(part);
    if (message.type === undefined) {
      // The handshake's answer.
      if (message.error) return socket.close();
      failures = 0;
      if (last !== null) send({ type: 1, invocationId: '1', target: 'since', arguments: [last] });
    } else if (message.type === 1 && message.target === 'update') take(message.arguments[0]);
    else if (message.type === 3 && typeof message.result === 'number' && last !== null && message.result < last) last = message.result;
  }
}

function connect() {
  clearTimeout(retry);
  if (socket) return;
  const own = new WebSocket(`${location.protocol === 'https:' ? 'wss' : 'ws'}://${location.host}/hubs/live`);
  socket = own;
  heard = Date.now();
  own.addEventListener('open', () => send({ protocol: 'json', version: 1 }));
  own.addEventListener('message', event => hear(event.data));
  own.addEventListener('close', () => {
    if (socket !== own) return;
    socket = null;
    // At once the first time, then ever later; not all clients of a server that comes back in the same instant.
    const pause = failures === 0 ? 100 : Math.min(quietest, 500 * 2 ** failures);
    failures++;
    retry = setTimeout(connect, pause * (0.5 + Math.random()));
  });
}

if (bell && news) {
  connect();
  setInterval(() => {
    if (socket?.readyState !== WebSocket.OPEN) return;
    if (Date.now() - heard > quietest) socket.close();
    else send({ type: 6 });
  }, 12000);
  for (const event of ['online', 'pageshow']) window.addEventListener(event, connect);
  document.addEventListener('visibilitychange', () => { if (!document.hidden) connect(); });
  for (const event of ['focusout', 'dragend', 'drop', 'submit']) document.addEventListener(event, () => {
    if (stale.size > 0) waiting = setTimeout(refresh, 100);
  });
  // A page that is kept for the way back must hold no connection.
  window.addEventListener('pagehide', () => {
    if (socket?.readyState !== WebSocket.OPEN) return;
    const own = socket;
    socket = null;
    own.close();
  });
}
