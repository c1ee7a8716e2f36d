/** @import { ShownMessage } from './types.js' */

const FIRST_PAUSE_MS = 500;
const LONGEST_PAUSE_MS = 15_000;
/** The server is heard every 15 s; past this the connection is dead, whatever the browser thinks. */
const SILENCE_MS = 40_000;

/**
 * Listens to the chat, and goes on listening where it was when the connection breaks.
 * @param {readonly ShownMessage[]} known those that the page begins with
 * @param {object} tells
 * @param {(after: string | undefined) => string} tells.url
 * @param {(messages: ShownMessage[]) => void} tells.hello the newest messages, once, where none are known
 * @param {(message: ShownMessage) => void} tells.message
 * @param {(done: { key: string, toast?: string }) => void} tells.done
 * @param {(html: string) => void} tells.preview words that are still being written
 * @param {(isUp: boolean) => void} tells.up
 * @param {(failures: number) => void} tells.failed
 */
export function openStream(known, tells) {
  /** @type {bigint | undefined} */
  let last;
  /** @type {EventSource | undefined} */
  let source;
  let failures = 0;
  let heardAt = 0;
  let timer = 0;
  // Other pages of this chat were opened, and there are enough: this one goes on when somebody looks at it.
  let isResting = false;

  function connect() {
    isResting = false;
    clearTimeout(timer);
    source?.close();
    const mine = new EventSource(tells.url(last === undefined ? undefined : String(last)));
    source = mine;
    heardAt = Date.now();
    /** @param {string} name @param {(data: any, event: MessageEvent) => void} hear */
    const on = (name, hear) =>
      mine.addEventListener(name, (event) => {
        heardAt = Date.now();
        if (mine === source) hear(JSON.parse(event.data), event);
      });
    mine.onopen = () => {
      failures = 0;
      tells.up(true);
    };
    mine.onerror = () => mine === source && again();
    on('hello', (messages, event) => {
      saw(event.lastEventId);
      tells.hello(messages);
    });
    on('message', (message) => {
      saw(message.seq);
      tells.message(message);
    });
    on('done', tells.done);
    on('preview', ({ html }) => tells.preview(html));
    on('beat', () => {});
    on('enough', () => {
      isResting = true;
      mine.close();
    });
  }

  function again() {
    source?.close();
    tells.up(false);
    failures += 1;
    tells.failed(failures);
    clearTimeout(timer);
    timer = window.setTimeout(connect, Math.min(LONGEST_PAUSE_MS, FIRST_PAUSE_MS * 2 ** (failures - 1)));
  }

  /** @param {string} seq */
  function saw(seq) {
    if (last === undefined || BigInt(seq) > last) last = BigInt(seq);
  }

  const checkAlive = () => {
    if (source?.readyState !== EventSource.OPEN || Date.now() - heardAt > SILENCE_MS) connect();
  };
  addEventListener('online', connect);
  addEventListener('offline', () => tells.up(false));
  document.addEventListener('visibilitychange', () => {
    if (document.visibilityState === 'visible') checkAlive();
  });
  addEventListener('focus', () => isResting && connect());
  setInterval(() => !isResting && Date.now() - heardAt > SILENCE_MS && checkAlive(), SILENCE_MS / 4);
  for (const { seq } of known) saw(seq);
  connect();
}
