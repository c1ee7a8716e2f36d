import { el } from './dom.js';
import { word } from './words.js';

/** So many of the newest messages with buttons have them open. */
const OPEN = 3;

/**
 * Folds the buttons of older messages away, out of the tab order, behind one that brings them back.
 * @param {readonly HTMLElement[]} articles oldest first
 */
export function foldOlder(articles) {
  const withKeys = articles.filter((article) => article.querySelector('.keys'));
  const newest = new Set(withKeys.slice(-OPEN));
  for (const article of withKeys) {
    const isOld = !newest.has(article) && !article.classList.contains('is-opened');
    const isFolded = article.classList.contains('is-folded');
    if (isOld && !isFolded) fold(article);
    else if (!isOld && isFolded) unfold(article);
  }
}

/** @param {HTMLElement} article */
function fold(article) {
  const keys = article.querySelector('.keys');
  if (!keys || keys.contains(document.activeElement)) return;
  article.classList.add('is-folded');
  const opener = el('button', { type: 'button', class: 'opener', 'aria-expanded': 'false' }, '⋯');
  opener.setAttribute('aria-label', word('show-buttons'));
  opener.onclick = () => {
    article.classList.add('is-opened');
    unfold(article);
    const first = article.querySelector('.keys button, .keys a');
    if (first instanceof HTMLElement) first.focus({ preventScroll: true });
  };
  keys.before(opener);
}

/** @param {HTMLElement} article */
function unfold(article) {
  article.classList.remove('is-folded');
  article.querySelector('.opener')?.remove();
}
