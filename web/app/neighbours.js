/** @import { Item } from './log.js' */

import { el } from './dom.js';
import { drawGroup } from './groups.js';
import { dayName } from './words.js';

/**
 * Shows what a message has because of its neighbours: the day's name above the first of a day, and the nearness and the
 * tail of those that one side says in a run. Those around it are looked at too.
 * @param {readonly Item[]} items
 * @param {number} at
 */
export function joinNeighbours(items, at) {
  for (const i of [at - 1, at, at + 1]) {
    const [before, item, after] = [items[i - 1], items[i], items[i + 1]];
    if (!item) continue;
    item.article.classList.toggle('goes-on', isSameSide(before, item));
    item.article.classList.toggle('leads-on', isSameSide(after, item));
    if (i >= at) nameDay(item, before);
  }
}

/** @param {Item | undefined} one @param {Item} other */
const isSameSide = (one, other) => one?.bubble.mine === other.bubble.mine;

/** @param {Item} item @param {Item | undefined} before */
function nameDay({ article, bubble }, before) {
  const day = dayName(bubble.at);
  const name = before && dayName(before.bubble.at) === day ? undefined : day;
  const named = article.querySelector(':scope > .day');
  if (named?.textContent === name) return;
  named?.remove();
  if (name) article.prepend(el('div', { class: 'day' }, el('span', {}, name)));
  drawGroup(article);
}
