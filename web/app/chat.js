/** @import { EventBody, Config, ShownMessage } from './types.js' */
/** @import { Chosen } from './tray.js' */
/** @import { Entry } from './outbox.js' */

import * as api from './api.js';
import { composer } from './composer.js';
import { byId } from './dom.js';
import { earlierMessages } from './earlier.js';
import { pageHead } from './head.js';
import { messageLog } from './log.js';
import { escapeText } from './markup.js';
import { commandMenu } from './menu.js';
import { forgetUnsent, newKey, openOutbox } from './outbox.js';
import { newestPill } from './pill.js';
import { beginPush, unsubscribe } from './push.js';
import { keepPlace } from './scroll.js';
import { shrink } from './shrink.js';
import { openStream } from './stream.js';
import { useKeptTextSize } from './text-size.js';
import { toast } from './toast.js';
import { typingSign } from './typing.js';
import { currentLocale, inEveryLanguage, setLocale, word } from './words.js';

// The page of one side's chat: puts the parts together, and lets events out and messages in.

const side = document.documentElement.dataset.side === 'seller' ? 'seller' : 'buyer';
const scroller = byId('scroller', HTMLElement);
const list = byId('log', HTMLElement);
const dots = byId('typing', HTMLElement);

/** @type {Config | undefined} */
let config;
let chat = '';
/** The buttons whose turn is running, by the event's key. @type {Map<string, HTMLElement>} */
const pressed = new Map();

setLocale(currentLocale());
useKeptTextSize();

const head = pageHead(
  side,
  () => config,
  (locale) => command('language', locale),
);
const log = messageLog(list, () => head.village());
const pill = newestPill(() => place.glideToEnd());
const place = keepPlace(scroller, byId('content', HTMLElement), (isAtEnd) => pill.moved(isAtEnd));
const typing = typingSign((isTyping) => {
  dots.hidden = !isTyping;
  head.typing(isTyping);
});
const outbox = openOutbox(side, {
  post: (key, body) => api.post(chat, key, body),
  onSending(entry) {
    log.mark(entry.key, 'sending');
    typing.begin(entry.key);
  },
  onSent: (entry) => sent(entry),
  onTrouble(entry) {
    log.mark(entry.key, 'failed');
    typing.end(entry.key);
  },
  onRefused: (entry, code) => refused(entry, code),
  onStranger: () => checkSession(),
});
const earlier = earlierMessages(scroller, log.oldest, showEarlier);

commandMenu(
  side,
  (name) => command(name),
  () => void logOut(),
);
composer((text, photos) => (photos.length > 0 ? sendPhotos(text, photos) : sendText(text)));
inEveryLanguage(() => {
  list.setAttribute('aria-label', word('log'));
  log.refresh();
});
list.addEventListener('click', (event) => pressedIn(event));
void start();

async function start() {
  const session = await insist(() => api.session());
  chat = session.chat;
  head.office(session.isOffice);
  if (session.locale !== currentLocale()) setLocale(session.locale);
  for (const entry of outbox.left) showLeft(entry);
  outbox.retry();
  openStream((after) => api.streamUrl(chat, after), {
    hello,
    message: came,
    done,
    up: head.up,
    failed: (failures) => failures > 1 && void checkSession(),
  });
  if (side === 'buyer') void beginPush(showNamed);
  await learnConfig();
}

/** The message that a notification names. @param {string} path */
function showNamed(path) {
  const article = log.find(/#message-([\w-]+)$/.exec(path)?.[1] ?? '');
  if (article) place.show(article);
}

async function learnConfig() {
  config = await insist(() => api.config());
  head.refresh();
  log.refresh();
}

/** Somebody else may sit here next: nothing of the old chat stays on the page. */
async function logOut() {
  try {
    await api.logOut();
  } catch {
    return toast(word('tap-lost'));
  }
  forgetUnsent();
  await unsubscribe().catch(() => {});
  location.reload();
}

/** Asks until there is an answer. */
/** @template T @param {() => Promise<T>} ask @returns {Promise<T>} */
async function insist(ask) {
  for (;;) {
    try {
      return await ask();
    } catch {
      await new Promise((resolve) => setTimeout(resolve, 1_500));
    }
  }
}

/** The cookie may have run out, or another tab may have become somebody else. */
async function checkSession() {
  const session = await api.session().catch(() => undefined);
  if (session && session.chat !== chat) location.reload();
}

/** @param {ShownMessage[]} messages */
function hello(messages) {
  list.classList.add('is-still');
  for (const message of messages) log.take(message);
  for (const { key } of outbox.left) log.settleLeft(key);
  log.fold();
  place.toEnd();
  requestAnimationFrame(() => list.classList.remove('is-still'));
  list.setAttribute('aria-busy', 'false');
  earlier.begin(messages);
  showNamed(location.hash);
  greet(messages.length === 0);
}

/** Somebody new is greeted; a link may lead to a product, a household or a stream. An invite is never spent by a link. */
/** @param {boolean} isNew */
function greet(isNew) {
  const payload = new URLSearchParams(location.search).get('start') ?? '';
  const isJoining = location.hash === '#joined';
  if (location.search || location.hash) history.replaceState(null, '', location.pathname);
  if (/^[pstva]_[\w-]{1,62}$/.test(payload))
    outbox.put({ body: { is: 'command', name: 'start', rest: payload } });
  // The chat's own id as the key: two tabs that greet make one greeting.
  else if (isNew && !isJoining) outbox.put({ key: chat, body: { is: 'command', name: 'start', rest: '' } });
}

/** @param {ShownMessage} message */
function came(message) {
  const wasAtEnd = place.isAtEnd();
  const line = list.querySelector('.message:last-of-type');
  const changed = log.take(message);
  if (changed && !message.mine) noteAnswer(changed);
  if (wasAtEnd) {
    log.fold();
    place.toEnd();
  } else if (line !== list.querySelector('.message:last-of-type') && !message.mine) pill.came();
  if (!message.mine) head.came();
  // Somebody may just have founded it.
  if (config && !config.village) void learnConfig();
}

/** @param {ShownMessage[]} messages */
function showEarlier(messages) {
  const line = log.first();
  const change = () => {
    for (const message of [...messages].reverse()) log.take(message);
    log.fold();
  };
  list.classList.add('is-still');
  list.setAttribute('aria-live', 'off');
  if (line) place.hold(change, line);
  requestAnimationFrame(() => {
    list.classList.remove('is-still');
    list.setAttribute('aria-live', 'polite');
  });
}

/** @param {{ key: string, toast?: string }} end */
function done({ key, toast: words }) {
  typing.end(key);
  const isOurs = release(key);
  showAnswer(key);
  if (words && isOurs) toast(words);
}

/** What a tap of this page was answered with first, by the event's key. @type {Map<string, HTMLElement | undefined>} */
const answers = new Map();

/** @param {HTMLElement} article */
function noteAnswer(article) {
  for (const [key, first] of answers) if (!first) answers.set(key, article);
}

/** An answer comes into view, wherever the tapped button stood. @param {string} key */
function showAnswer(key) {
  const article = answers.get(key);
  answers.delete(key);
  if (article?.isConnected) place.show(article);
}

/** @param {string} key */
function release(key) {
  const button = pressed.get(key);
  button?.classList.remove('is-pressed');
  button?.removeAttribute('aria-busy');
  return pressed.delete(key) || ours.delete(key);
}

/** @type {Set<string>} */
const ours = new Set();

/** @param {string} name */
function command(name, rest = '') {
  ours.add(outbox.put({ body: { is: 'command', name, rest } }));
  place.toEnd();
}

/** @param {MouseEvent} event */
function pressedIn(event) {
  const button = event.target instanceof Element ? event.target.closest('button') : null;
  const article = button?.closest('.message');
  if (!button || !article) return;
  if (button.matches('.retry')) return outbox.retry();
  const action = button.dataset.tap;
  const message = log.idOf(article);
  if (action && message) tap(button, action, message);
}

/** @param {HTMLButtonElement} button @param {string} action @param {string} message */
function tap(button, action, message) {
  if (button.classList.contains('is-pressed')) return;
  button.classList.add('is-pressed');
  button.setAttribute('aria-busy', 'true');
  const key = outbox.put({ body: { is: 'tap', action, message } });
  pressed.set(key, button);
  answers.set(key, undefined);
}

/** @param {string} text */
function sendText(text) {
  const typed = /^\/([a-z_]{1,32})(?:\s+(.{0,200}))?$/.exec(text);
  if (typed?.[1]) return command(typed[1], typed[2]);
  const key = newKey();
  expect(key, text);
  outbox.put({ key, body: { is: 'text', text } });
}

/** @param {string} caption @param {Chosen[]} photos */
function sendPhotos(caption, photos) {
  const album = newKey();
  for (const [i, { file, url }] of photos.entries()) {
    const key = newKey();
    const words = i === 0 ? caption : '';
    expect(key, words, url);
    const prepare = async () => {
      /** @type {EventBody} */
      const body = { is: 'photos', files: [await api.upload(await shrink(file))], caption: words };
      return photos.length > 1 ? { ...body, album } : body;
    };
    outbox.put({ key, prepare });
  }
}

/** @param {string} key @param {string} text @param {string} [photo] */
function expect(key, text, photo) {
  const html = escapeText(text);
  log.expect(key, {
    mine: true,
    html,
    buttons: [],
    at: new Date(),
    state: 'sending',
    ...(photo && { photo }),
  });
  place.toEnd();
}

/** @param {Entry} entry */
function showLeft({ key, body }) {
  if (body?.is === 'text') expect(key, body.text);
  else if (body?.is === 'photos') {
    const media = body.files[0]?.split('.')[0];
    expect(key, body.caption, media && api.photoUrl(media));
  }
}

/** @param {Entry} entry */
function sent({ key }) {
  log.mark(key, 'sent');
}

/** @param {Entry} entry @param {string} code */
function refused({ key, prepare }, code) {
  typing.end(key);
  answers.delete(key);
  release(key);
  log.forget(key);
  if (code === 'tap-lost' || code === 'not-a-picture' || code === 'photo-heic') toast(word(code));
  else if (code === 'foreign-origin' || code === 'too-large') toast(word(code));
  else toast(word(prepare && code === '413' ? 'too-large' : 'refused'));
}
