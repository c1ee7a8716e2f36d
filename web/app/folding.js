/** @import { Item } from './log.js' */

import { el } from './dom.js';
import { hasKeys, keysOf } from './message-view.js';
import { word } from './words.js';

/** So many of the newest messages with buttons have them open. */
const OPEN = 3;

/**
 * Folds the buttons of older messages away, out of the tab order, behind one that brings them back. Folded ones are not made
 * at all: a history of lists would be mostly buttons that nobody sees.
 * @param {readonly Item[]} items oldest first
 */
export function foldOlder(items) {
  let open = 0;
  for (let at = items.length - 1; at >= 0; at -= 1) {
    const item = items[at];
    if (!item || !hasKeys(item.bubble)) continue;
    open += 1;
    if (open > OPEN && item.isFolded) continue;
    const isFolded = open > OPEN && !item.isOpened && !holdsFocus(item);
    if (isFolded !== (item.isFolded ?? false)) showKeys(Object.assign(item, { isFolded }));
  }
}

/** @param {Item} item */
const holdsFocus = ({ article }) => article.querySelector('.keys')?.contains(document.activeElement) ?? false;

/** Shows the buttons of a message, or what brings them back. @param {Item} item */
export function showKeys(item) {
  const { article, bubble, isFolded } = item;
  for (const old of article.querySelectorAll('.keys, .opener')) old.remove();
  if (!hasKeys(bubble)) return;
  article.append(isFolded ? openerOf(item) : keysOf(bubble));
}

/** @param {Item} item */
function openerOf(item) {
  const opener = el('button', { type: 'button', class: 'opener', 'aria-expanded': 'false' }, '⋯');
  opener.setAttribute('aria-label', word('show-buttons'));
  opener.onclick = () => {
    showKeys(Object.assign(item, { isOpened: true, isFolded: false }));
    const first = item.article.querySelector('.keys button, .keys a');
    if (first instanceof HTMLElement) first.focus({ preventScroll: true });
  };
  return opener;
}
