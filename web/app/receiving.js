/** @import { ShownMessage } from './types.js' */
/** @import { Entry } from './outbox.js' */

import { earlierMessages } from './earlier.js';

/** So many earlier messages are shown in a frame. */
const AT_ONCE = 5;

/**
 * What the shop says, from the newest messages that a page begins with to those that somebody scrolls back to.
 * @param {object} parts
 * @param {HTMLElement} parts.list
 * @param {HTMLElement} parts.scroller
 * @param {ReturnType<typeof import('./log.js').messageLog>} parts.log
 * @param {ReturnType<typeof import('./scroll.js').keepPlace>} parts.place
 * @param {ReturnType<typeof import('./pill.js').newestPill>} parts.pill
 * @param {ReturnType<typeof import('./head.js').pageHead>} parts.head
 * @param {ReturnType<typeof import('./kept.js').keeper>} parts.kept
 * @param {(article: HTMLElement) => void} parts.answers hears of each message that may answer a tap
 * @param {readonly Entry[]} parts.left what an earlier page left unsent
 * @param {(messages: ShownMessage[]) => void} parts.onHello
 */
export function receiving({ list, scroller, log, place, pill, head, kept, answers, left, onHello }) {
  const earlier = earlierMessages(scroller, log.oldest, showEarlier);

  /** @param {ShownMessage[]} messages */
  function hello(messages) {
    list.classList.add('is-still');
    log.settleKept(messages);
    for (const message of messages) {
      log.take(message, { isFolded: true });
      kept.keep(message);
    }
    for (const { key } of left) log.settleLeft(key);
    log.fold();
    if (place.isAtEnd()) place.toEnd();
    requestAnimationFrame(() => list.classList.remove('is-still'));
    earlier.begin(messages);
    onHello(messages);
  }

  /** @param {ShownMessage} message */
  function came(message) {
    const wasAtEnd = place.isAtEnd();
    const line = log.last();
    const changed = log.take(message);
    kept.keep(message);
    if (changed && !message.mine) answers(changed);
    if (wasAtEnd) {
      log.fold();
      place.toEnd();
    } else if (line !== log.last() && !message.mine) pill.came();
    if (changed && !message.mine) head.came();
  }

  /** A few at a time, the newest first: a page of them at once would hold up the thumb that scrolls. */
  /** @param {ShownMessage[]} messages */
  async function showEarlier(messages) {
    list.classList.add('is-still');
    list.setAttribute('aria-live', 'off');
    const newestFirst = [...messages].reverse();
    for (let from = 0; from < newestFirst.length; from += AT_ONCE) {
      const line = log.first();
      const some = newestFirst.slice(from, from + AT_ONCE);
      const change = () => {
        for (const message of some) log.take(message, { isFolded: true });
      };
      if (line) place.hold(change, line);
      await new Promise(requestAnimationFrame);
    }
    log.fold();
    list.classList.remove('is-still');
    list.setAttribute('aria-live', 'polite');
  }

  return { hello, came };
}
