/** @import { ShownMessage } from './types.js' */
/** @import { Bubble } from './message-view.js' */

import { el } from './dom.js';
import { foldOlder, showKeys } from './folding.js';
import { putInGroup, takeFromGroup } from './groups.js';
import { changeInPlace } from './in-place.js';
import { plainText } from './markup.js';
import { bubbleOf, showBubble } from './message-view.js';
import { joinNeighbours } from './neighbours.js';

/**
 * A message on the page. `place` and `seq` are missing while it is on its way.
 * @typedef {object} Item
 * @property {HTMLElement} article
 * @property {Bubble} bubble
 * @property {bigint} [place]
 * @property {bigint} [seq]
 * @property {string} [key] of one's own that is on its way
 * @property {boolean} [isFolded] its buttons are not shown
 * @property {boolean} [isOpened] somebody wanted to see them
 * @property {boolean} [isKept] from this device: the server has not said it on this page
 */

/**
 * The messages on the page, in their places.
 * @param {HTMLElement} list
 * @param {() => string} shop the name under which the shop speaks
 */
export function messageLog(list, shop) {
  /** @type {Item[]} */
  let items = [];

  const fold = () => foldOlder(items);

  /** @param {Item} item */
  const show = (item) => {
    showBubble(item.article, item.bubble, shop());
    showKeys(item);
  };

  /**
   * What has changed on the page, if anything. An old one comes with its buttons folded; `fold` opens those that are new.
   * @param {ShownMessage} message
   * @param {{ isKept?: boolean, isFolded?: boolean }} [how]
   */
  function take(message, { isKept = false, isFolded = false } = {}) {
    const place = BigInt(message.place);
    const seq = BigInt(message.seq);
    const bubble = bubbleOf(message);
    const known = items.find((item) => item.place === place);
    if (known) {
      known.isKept = isKept;
      if ((known.seq ?? 0n) >= seq) return undefined;
      replace(Object.assign(known, { seq }), bubble);
      return known.article;
    }
    const pending = bubble.mine
      ? items.find((item) => !item.place && isSame(item.bubble, bubble))
      : undefined;
    if (pending) {
      arrived(pending, bubble, place, seq);
      return pending.article;
    }
    const article = el('article');
    insert({ article, bubble, place, seq, isKept, isFolded });
    return article;
  }

  /** @param {Item} item */
  function insert(item) {
    const at = item.place === undefined ? items.length : indexFor(item.place);
    show(item);
    putInGroup(list, item.article, { before: items[at - 1]?.article, after: items[at]?.article });
    items.splice(at, 0, item);
    joinNeighbours(items, at);
  }

  /** One's own has come back from the server: the bubble stays, and takes its place. */
  /** @param {Item} item @param {Bubble} bubble @param {bigint} place @param {bigint} seq */
  function arrived(item, bubble, place, seq) {
    const photo = item.bubble.photo ?? bubble.photo;
    items = items.filter((other) => other !== item);
    takeFromGroup(item.article);
    insert({ article: item.article, bubble: { ...bubble, ...(photo && { photo }) }, place, seq });
    item.article.classList.add('is-still');
  }

  /** @param {Item} item @param {Bubble} bubble */
  function replace(item, bubble) {
    const was = item.bubble;
    changeInPlace(item.article, was, bubble, () => {
      item.bubble = bubble;
      show(item);
      joinNeighbours(items, items.indexOf(item));
    });
  }

  /** @param {bigint} place */
  function indexFor(place) {
    const after = items.findIndex((item) => item.place === undefined || item.place > place);
    return after < 0 ? items.length : after;
  }

  /** @param {string} key */
  const pendingOf = (key) => items.find((item) => item.key === key && item.place === undefined);

  /** @param {Item} item */
  const remove = (item) => {
    const at = items.indexOf(item);
    items.splice(at, 1);
    takeFromGroup(item.article);
    joinNeighbours(items, at);
  };

  return {
    take,
    /** @param {string} key @param {Bubble} bubble one's own, on its way */
    expect: (key, bubble) => insert({ article: el('article', { 'data-key': key }), bubble, key }),
    /** @param {string} key @param {'sending' | 'sent' | 'failed'} state */
    mark(key, state) {
      const item = pendingOf(key);
      if (!item || item.bubble.state === state) return;
      item.bubble = { ...item.bubble, state };
      show(item);
      item.article.classList.toggle('failed', state === 'failed');
      item.article.classList.add('is-still');
      joinNeighbours(items, items.indexOf(item));
    },
    /** @param {string} key */
    isExpected: (key) => pendingOf(key) !== undefined,
    /** @param {string} key takes back what will never be sent */
    forget(key) {
      const item = pendingOf(key);
      if (item) remove(item);
    },
    /** @param {string} key what an earlier page sent may stand in the log already; true if it does */
    settleLeft(key) {
      const item = pendingOf(key);
      if (!item) return false;
      const isShown = items.some((other) => other.place !== undefined && isSame(other.bubble, item.bubble));
      if (isShown) remove(item);
      return isShown;
    },
    /** Lets go of what was kept and is no more: the server's newest messages say what there is. @param {ShownMessage[]} messages */
    settleKept(messages) {
      const places = new Set(messages.map((message) => message.place));
      const oldest = messages[0] ? BigInt(messages[0].place) : undefined;
      const isWhole = items.some((item) => item.isKept && places.has(String(item.place)));
      /** @param {Item} item */
      const mayStay = ({ place }) =>
        isWhole &&
        place !== undefined &&
        oldest !== undefined &&
        (place < oldest || places.has(String(place)));
      for (const item of items.filter((one) => one.isKept && !mayStay(one))) remove(item);
    },
    /** Shows every bubble anew, as after a change of language. */
    refresh() {
      for (const [at, item] of items.entries()) {
        show(item);
        item.article.classList.add('is-still');
        joinNeighbours(items, at);
      }
    },
    isEmpty: () => items.length === 0,
    /** Folds the buttons of older messages away. */
    fold,
    oldest: () => items[0]?.place,
    first: () => items[0]?.article,
    last: () => items.at(-1)?.article,
    /** @param {string} id */
    find: (id) => items.find((item) => item.bubble.id === id)?.article,
    /** @param {Element} article */
    idOf: (article) => items.find((item) => item.article === article)?.bubble.id,
  };
}

/** @param {Bubble} one @param {Bubble} other */
const isSame = (one, other) =>
  one.mine &&
  other.mine &&
  plainText(one.html).trim() === plainText(other.html).trim() &&
  (one.photo === undefined) === (other.photo === undefined);
