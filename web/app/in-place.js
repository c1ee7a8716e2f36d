/** @import { Bubble } from './message-view.js' */

import { prefersLessMotion } from './dom.js';

/** After a screen has changed under a finger, its new buttons wait so long for the next tap. */
const SETTLE_MS = 250;

/**
 * Changes a message where it stands: the keyboard stays at its button, the photo is not loaded again, and a finger that was
 * about to tap finds what it saw or nothing.
 * @param {HTMLElement} article
 * @param {Bubble} was
 * @param {Bubble} is
 * @param {() => void} show
 */
export function changeInPlace(article, was, is, show) {
  const { height } = article.getBoundingClientRect();
  const focused = focusedKey(article);
  const hadPhoto = article.querySelector('.photo .sharp');
  show();
  keepImage(article, hadPhoto instanceof HTMLImageElement ? hadPhoto : null);
  if (focused !== undefined) focusKey(article, focused);
  soften(article, height);
  if (shapeOf(was) !== shapeOf(is)) settle(article);
}

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
