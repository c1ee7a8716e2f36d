/** @import { ShownMessage } from './types.js' */
/** @import { Bubble } from './message-view.js' */

import { el, prefersLessMotion } from './dom.js';
import { foldOlder } from './folding.js';
import { plainText } from './markup.js';
import { bubbleOf, showBubble } from './message-view.js';
import { dayName } from './words.js';

/** After a screen has changed under a finger, its new buttons wait so long for the next tap. */
const SETTLE_MS = 250;

/**
 * A message on the page. `place` and `seq` are missing while it is on its way.
 * @typedef {object} Item
 * @property {HTMLElement} article
 * @property {Bubble} bubble
 * @property {bigint} [place]
 * @property {bigint} [seq]
 * @property {string} [key] of one's own that is on its way
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

  const fold = () => foldOlder(items.map(({ article }) => article));

  /** What has changed on the page, if anything. @param {ShownMessage} message @param {boolean} [isKept] */
  function take(message, isKept = false) {
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
    insert({ article, bubble, place, seq, isKept });
    return article;
  }

  /** @param {Item} item */
  function insert(item) {
    const at = item.place === undefined ? items.length : indexFor(item.place);
    showBubble(item.article, item.bubble, shop());
    list.insertBefore(item.article, items[at]?.article ?? null);
    items.splice(at, 0, item);
    nameDays(at);
  }

  /** One's own has come back from the server: the bubble stays, and takes its place. */
  /** @param {Item} item @param {Bubble} bubble @param {bigint} place @param {bigint} seq */
  function arrived(item, bubble, place, seq) {
    const photo = item.bubble.photo ?? bubble.photo;
    items = items.filter((other) => other !== item);
    item.article.remove();
    insert({ article: item.article, bubble: { ...bubble, ...(photo && { photo }) }, place, seq });
    item.article.classList.add('is-still');
  }

  /** @param {Item} item @param {Bubble} bubble */
  function replace(item, bubble) {
    const { article } = item;
    const was = article.getBoundingClientRect().height;
    const hadSameKeys = shapeOf(item.bubble) === shapeOf(bubble);
    const focused = focusedKey(article);
    const hadPhoto = article.querySelector('.photo .sharp');
    item.bubble = bubble;
    showBubble(article, bubble, shop());
    nameDays(items.indexOf(item));
    keepImage(article, hadPhoto instanceof HTMLImageElement ? hadPhoto : null);
    if (focused !== undefined) focusKey(article, focused);
    soften(article, was);
    if (!hadSameKeys) settle(article);
  }

  /** @param {number} at a day's name stands above its first message */
  function nameDays(at) {
    for (const item of [items[at], items[at + 1]]) {
      if (!item) continue;
      const before = items[items.indexOf(item) - 1];
      const name = dayName(item.bubble.at);
      item.article.querySelector('.day')?.remove();
      if (!before || dayName(before.bubble.at) !== name) {
        item.article.prepend(el('div', { class: 'day' }, el('span', {}, name)));
      }
    }
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
    item.article.remove();
    nameDays(at);
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
      showBubble(item.article, item.bubble, shop());
      item.article.classList.toggle('failed', state === 'failed');
      item.article.classList.add('is-still');
      nameDays(items.indexOf(item));
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
        showBubble(item.article, item.bubble, shop());
        item.article.classList.add('is-still');
        nameDays(at);
      }
      fold();
    },
    isEmpty: () => items.length === 0,
    /** Folds the buttons of older messages away. */
    fold,
    oldest: () => items[0]?.place,
    first: () => items[0]?.article,
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

/** What a finger would find where, as far as it matters: how many buttons in which rows, leading where. */
/** @param {Bubble} bubble */
const shapeOf = ({ buttons }) =>
  buttons
    .map((row) => row.map((button) => ('tap' in button ? button.tap.split('/')[0] : '')).join(' '))
    .join('\n');

/** @param {HTMLElement} article */
function focusedKey(article) {
  const focused = document.activeElement;
  return focused instanceof HTMLElement && focused.matches('.key') && article.contains(focused)
    ? (focused.textContent ?? '')
    : undefined;
}

/** Keyboards go on from the same button if it is still there. */
/** @param {HTMLElement} article @param {string} label */
function focusKey(article, label) {
  const keys = [...article.querySelectorAll('.key')].filter((key) => key instanceof HTMLElement);
  (keys.find((key) => key.textContent === label) ?? keys[0])?.focus({ preventScroll: true });
}

/** The same photo is not loaded and faded in again. */
/** @param {HTMLElement} article @param {HTMLImageElement | null} had */
function keepImage(article, had) {
  const now = article.querySelector('.photo .sharp');
  if (!had || !now || had.getAttribute('src') !== now.getAttribute('src')) return;
  now.closest('.photo')?.classList.add('is-loaded', 'is-still');
}

/** @param {HTMLElement} article @param {number} was its height in pixels */
function soften(article, was) {
  if (prefersLessMotion()) return;
  const timing = { duration: 180, easing: 'ease-out' };
  for (const part of article.querySelectorAll('.text, .keys')) part.animate({ opacity: [0.35, 1] }, timing);
  const is = article.getBoundingClientRect().height;
  if (Math.abs(is - was) > 2) article.animate({ height: [`${was}px`, `${is}px`] }, timing);
}

/** @param {HTMLElement} article */
function settle(article) {
  article.classList.add('settling');
  setTimeout(() => article.classList.remove('settling'), SETTLE_MS);
}
