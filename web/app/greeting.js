/** @import { EventBody } from './types.js' */

/** What may stand behind `?start=`: a product, a household, a stream, a family's code. An invite is never spent by a link. */
const LINKED = /^[pstva]_[\w-]{1,62}$/;

/**
 * Greets whoever is new, once; a link may lead to a product, a household or a stream.
 * @param {(entry: { key?: string, body: EventBody }) => void} put
 */
export function greeting(put) {
  let isDone = false;

  /** @param {boolean} isNew @param {string} chat */
  return (isNew, chat) => {
    if (isDone) return;
    const payload = new URLSearchParams(location.search).get('start') ?? '';
    const isLinked = LINKED.test(payload);
    const isJoining = location.hash === '#joined';
    if (location.search || location.hash) history.replaceState(null, '', location.pathname);
    isDone = isLinked || isNew;
    if (isLinked) put({ body: { is: 'command', name: 'start', rest: payload } });
    // The chat's own id as the key: two tabs that greet make one greeting.
    else if (isNew && !isJoining) put({ key: chat, body: { is: 'command', name: 'start', rest: '' } });
  };
}
