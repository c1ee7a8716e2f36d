import { byId } from './dom.js';

const SHOWN_MS = 2_800;
let timer = 0;

/**
 * Says something in passing.
 * @param {string} text
 */
export function toast(text) {
  const box = byId('toast', HTMLElement);
  box.textContent = text;
  box.classList.add('is-shown');
  clearTimeout(timer);
  timer = window.setTimeout(() => box.classList.remove('is-shown'), SHOWN_MS + 40 * text.length);
}
