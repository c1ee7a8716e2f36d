/** @import { EventBody } from './types.js' */

/** What may stand behind `?start=`: a product, a household, a stream, a family's code. An invite is never spent by a link. */
const LINKED = /^[pstva]_[\w-]{1,62}$/;

/** What the link that was followed leads to; empty where there was none. */
export function takeStart() {
  const payload = new URLSearchParams(location.search).get('start') ?? '';
  return LINKED.test(payload) ? payload : '';
}

/**
 * Says what the link of somebody known leads to, once; greets in a chat where nothing was said. Who is new was greeted by
 * the shop, with what their link leads to.
 * @param {(entry: { key?: string, body: EventBody }) => void} put
 */
export function greeting(put) {
  const start = takeStart();
  const isJoining = location.hash === '#joined';
  let isDone = isJoining;

  /** @param {{ chat: string, isGreeted: boolean, isEmpty: boolean }} how things stand there */
  return ({ chat, isGreeted, isEmpty }) => {
    if (location.search || location.hash) history.replaceState(null, '', location.pathname);
    if (isDone) return;
    isDone = true;
    if (isGreeted) return;
    if (start) put({ body: { is: 'command', name: 'start', rest: start } });
    // The chat's own id as the key: two tabs that greet make one greeting.
    else if (isEmpty) put({ key: chat, body: { is: 'command', name: 'start', rest: '' } });
  };
}
