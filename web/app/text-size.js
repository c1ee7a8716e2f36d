import { el } from './dom.js';
import { word } from './words.js';

const KEY = 'walnut.text';
const SIZES = ['normal', 'large', 'huge'];

/** Storage may be shut off; then the size is kept as long as the page. @template T @param {() => T} act */
function attempt(act) {
  try {
    return act();
  } catch {
    return undefined;
  }
}

/** @param {string} size */
function apply(size) {
  document.documentElement.dataset.text = size;
}

/** The size that was chosen here before. */
export const useKeptTextSize = () => apply(attempt(() => localStorage.getItem(KEY)) ?? 'normal');

/** Buttons that choose how large everything is written. */
export function textSizeRow() {
  const now = document.documentElement.dataset.text ?? 'normal';
  const row = el('div', { class: 'sizes', role: 'group', 'aria-label': word('text-size') });
  for (const size of SIZES) {
    const isNow = String(size === now);
    const button = el(
      'button',
      { type: 'button', 'data-size': size, 'aria-pressed': isNow },
      word(`text-${size}`),
    );
    button.onclick = () => {
      apply(size);
      attempt(() => localStorage.setItem(KEY, size));
      for (const other of row.children) other.setAttribute('aria-pressed', String(other === button));
    };
    row.append(button);
  }
  return row;
}
