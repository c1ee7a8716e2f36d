import { byId } from './dom.js';
import { inEveryLanguage, word } from './words.js';

/**
 * The way down, for those who read further up; counts what came meanwhile.
 * @param {() => void} onPress
 */
export function newestPill(onPress) {
  const pill = byId('newest', HTMLButtonElement);
  const count = byId('newest-count', HTMLElement);
  let unread = 0;

  const show = () => {
    count.textContent = unread > 0 ? String(unread) : '';
    pill.setAttribute('aria-label', unread > 0 ? `${word('new-messages')}: ${unread}` : word('to-newest'));
  };
  pill.onclick = onPress;
  inEveryLanguage(show);

  return {
    /** @param {boolean} isAtEnd */
    moved(isAtEnd) {
      pill.classList.toggle('is-shown', !isAtEnd);
      if (isAtEnd) unread = 0;
      show();
    },
    came() {
      unread += 1;
      show();
    },
  };
}
