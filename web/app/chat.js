/** @import { Config, Session } from './types.js' */
/** @import { Entry } from './outbox.js' */

import * as api from './api.js';
import { composer } from './composer.js';
import { byId } from './dom.js';
import { bringFonts } from './fonts.js';
import { greeting, takeStart } from './greeting.js';
import { pageHead } from './head.js';
import { keeper, readKept } from './kept.js';
import { messageLog } from './log.js';
import { markup } from './markup.js';
import { commandMenu } from './menu.js';
import { keepForOffline } from './offline.js';
import { openOutbox } from './outbox.js';
import { newestPill } from './pill.js';
import { beginPush } from './push.js';
import { receiving } from './receiving.js';
import { refusalWords } from './refusals.js';
import { saying } from './saying.js';
import { keepPlace } from './scroll.js';
import { side } from './side.js';
import { openStream } from './stream.js';
import { tapping } from './taps.js';
import { useKeptTextSize } from './text-size.js';
import { toast } from './toast.js';
import { typingSign } from './typing.js';
import { beginAnew, checkSession, insist, logOut } from './visit.js';
import { currentLocale, inEveryLanguage, setLocale, word } from './words.js';

// The page of one side's chat: puts the parts together, and lets events out and messages in.

/** A line that answers at once needs nothing of what was kept. */
const KEPT_AFTER_MS = 400;
/** The first page does not wait for what makes the next one quick. */
const WORKER_AFTER_MS = 1_500;

const scroller = byId('scroller', HTMLElement);
const list = byId('log', HTMLElement);
const dots = byId('typing', HTMLElement);
const draft = byId('preview', HTMLElement);

/** @type {Config | undefined} */
let config;
/** @type {Session | undefined} */
let session;
/** Commands that this page sent. @type {Set<string>} */
const ours = new Set();
const chat = () => session?.chat ?? '';
/** Who comes by an invite is nobody yet when the page begins: what they became is known when they are welcomed. */
let isJoining = location.hash === '#joined';

setLocale(currentLocale());
useKeptTextSize();
bringFonts();

const head = pageHead(
  side,
  () => config,
  (locale) => command('language', locale),
);
const log = messageLog(list, () => head.village());
const kept = keeper();
const pill = newestPill(() => place.glideToEnd());
const place = keepPlace(scroller, byId('content', HTMLElement), (isAtEnd) => pill.moved(isAtEnd));
const typing = typingSign({
  showBusy: (isBusy) => list.setAttribute('aria-busy', String(isBusy)),
  showDots(isTyping) {
    dots.hidden = !isTyping;
    head.typing(isTyping);
  },
});
const outbox = openOutbox(side, {
  mayPost: () => session !== undefined,
  post: (key, body) => api.post(chat(), key, body),
  onSending(entry) {
    log.mark(entry.key, 'sending');
    typing.begin(entry.key);
  },
  onSent: ({ key }) => log.mark(key, 'sent'),
  onTrouble({ key }) {
    log.mark(key, 'failed');
    typing.end(key);
  },
  onRefused: (entry, code) => refused(entry, code),
  onStranger: () => checkSession(chat()),
});
const greet = greeting(outbox.put);
const taps = tapping({
  send: (action, message) => outbox.put({ body: { is: 'tap', action, message } }),
  idOf: log.idOf,
  show: (articles) => place.show(articles),
});
const says = saying({
  put: outbox.put,
  expect(key, bubble) {
    log.expect(key, bubble);
    place.toEnd();
  },
  isExpected: log.isExpected,
  command,
});

const incoming = receiving({
  ...{ list, scroller, log, place, pill, head, kept },
  answers: taps.noteAnswer,
  left: outbox.left,
  onHello(messages) {
    // A greeting that was quicker than this stream is in it, and its end was said to nobody.
    if (messages.length > 0) typing.end(chat());
    list.setAttribute('aria-busy', String(typing.isBusy()));
    showNamed(location.hash);
    greet({ chat: chat(), isGreeted: session?.isNew ?? false, isEmpty: messages.length === 0 });
    setTimeout(() => void keepForOffline().catch(() => undefined), WORKER_AFTER_MS);
  },
});

commandMenu(side, command, () => void logOut());
const writing = composer(says.send, says.speak);
inEveryLanguage(() => {
  list.setAttribute('aria-label', word('log'));
  log.refresh();
});
list.addEventListener('click', (event) => pressedIn(event));
void start();

async function start() {
  const link = takeStart();
  const asked = insist(() => api.opening(link));
  await Promise.race([asked, new Promise((resolve) => setTimeout(resolve, KEPT_AFTER_MS)).then(showKept)]);
  const found = await asked;
  if (session && session.chat !== found.session.chat) return beginAnew();
  useConfig(found.config);
  useSession(found.session);
  kept.of(found);
  for (const entry of outbox.left) if (!log.isExpected(entry.key)) says.showLeft(entry);
  // Nothing yet: the stream says what there is.
  if (found.messages.length > 0) incoming.hello(found.messages);
  outbox.retry();
  void says.speakUnsent();
  openStream(found.messages, {
    url: (after) => api.streamUrl(chat(), after),
    hello(messages) {
      incoming.hello(messages);
      seeNews(messages.length);
    },
    message(message) {
      if (!message.mine) draft.hidden = true;
      incoming.came(message);
      seeNews(1);
    },
    done,
    preview,
    up: head.up,
    failed: (failures) => failures > 1 && void checkSession(chat()),
  });
  if (side === 'buyer') void beginPush(showNamed);
}

/** The message that a notification names. @param {string} path */
function showNamed(path) {
  const article = log.find(/#message-([\w-]+)$/.exec(path)?.[1] ?? '');
  if (article) place.show([article]);
}

/** @param {Session} found */
function useSession(found) {
  session = found;
  head.office(found.isOffice);
  if (found.locale !== currentLocale()) setLocale(found.locale);
}

async function learnRole() {
  isJoining = false;
  const found = await insist(api.session);
  if (found.chat === chat()) head.office(found.isOffice);
}

/** What this device kept, where the shop has not answered yet: it is read, and what is written now is sent later. */
async function showKept() {
  const found = await readKept();
  if (!found || session) return;
  useConfig(found.config);
  useSession(found.session);
  for (const message of found.messages) log.take(message, { isKept: true, isFolded: true });
  for (const entry of outbox.left) says.showLeft(entry);
  log.fold();
  list.setAttribute('aria-busy', 'false');
  place.toEnd();
}

/** Whatever came, the village may have been founded meanwhile, or whoever sits here welcomed. @param {number} messages */
function seeNews(messages) {
  if (config && !config.village) void learnConfig();
  if (isJoining && messages > 0) void learnRole();
}

async function learnConfig() {
  const found = await insist(api.config);
  // An answer that was overtaken by a later one.
  if (config?.village && !found.village) return;
  useConfig(found);
  if (session && config) kept.of({ session, config });
}

/** @param {Config | undefined} found */
function useConfig(found) {
  const was = head.village();
  config = found;
  writing.offerMic(found?.voice ?? false);
  head.refresh();
  if (was !== head.village()) log.refresh();
}

/** Words that are still being written; the message that comes of them takes their place. @param {string} html */
function preview(html) {
  draft.replaceChildren(markup(html));
  draft.hidden = false;
  if (place.isAtEnd()) place.toEnd();
}

/** @param {{ key: string, toast?: string }} end */
function done({ key, toast: words }) {
  typing.end(key);
  const isOurs = taps.release(key) || ours.delete(key);
  if (words && isOurs) toast(words);
}

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
  taps.tap(button, article);
}

/** @param {Entry} entry @param {string} code */
function refused({ key, prepare }, code) {
  typing.end(key);
  taps.release(key);
  log.forget(key);
  toast(refusalWords(code, prepare !== undefined));
}
