/** @import { Config } from './types.js' */

import { byId } from './dom.js';
import { currentLocale, inEveryLanguage, setLocale, word } from './words.js';
import { isElsewhere } from './zone.js';

/**
 * The village's name, how things stand, and the switch of language.
 * @param {string} side
 * @param {() => Config | undefined} config
 * @param {(locale: 'zh' | 'en') => void} onLanguage
 */
export function pageHead(side, config, onLanguage) {
  const title = byId('title', HTMLElement);
  const status = byId('status', HTMLElement);
  const language = byId('language', HTMLButtonElement);
  const offline = byId('offline', HTMLElement);
  const demo = byId('demo', HTMLElement);
  const zone = byId('zone', HTMLElement);
  const skip = byId('skip', HTMLAnchorElement);
  let isUp = false;
  let isTyping = false;
  let unseen = 0;
  let role = 'seller';

  const village = () => {
    const known = config();
    return known ? (known.village?.[currentLocale()] ?? 'Walnut') : '';
  };

  function show() {
    title.textContent = side === 'seller' ? word(`${role}-title`, { village: village() }) : village();
    document.title = `${unseen > 0 ? `(${unseen}) ` : ''}${title.textContent || 'Walnut'}`;
    status.textContent = word(!isUp ? 'connecting' : isTyping ? 'typing' : 'online');
    status.dataset.is = !isUp ? 'connecting' : isTyping ? 'typing' : 'online';
    offline.hidden = navigator.onLine;
    offline.textContent = word('offline');
    zone.hidden = !isElsewhere(config()?.village?.timeZone);
    zone.textContent = word('zone', { zone: config()?.village?.timeZone ?? '' });
    demo.hidden = !config()?.demo;
    demo.textContent = word('demo');
    language.textContent = word('other-language');
    language.setAttribute('aria-label', word('switch-language'));
    language.lang = currentLocale() === 'zh' ? 'en' : 'zh';
    language.title = word('switch-language');
    skip.textContent = word('skip');
  }

  language.onclick = () => {
    const wanted = currentLocale() === 'zh' ? 'en' : 'zh';
    setLocale(wanted);
    onLanguage(wanted);
  };
  addEventListener('online', show);
  addEventListener('offline', show);
  document.addEventListener('visibilitychange', () => {
    if (document.visibilityState === 'visible') unseen = 0;
    show();
  });
  inEveryLanguage(show);

  return {
    village,
    refresh: show,
    /** Who looks after the village and sells nothing is the office. @param {boolean} isOffice */
    office(isOffice) {
      role = isOffice ? 'office' : 'seller';
      show();
    },
    /** @param {boolean} now */
    up(now) {
      isUp = now;
      show();
    },
    /** @param {boolean} now */
    typing(now) {
      isTyping = now;
      show();
    },
    /** Counts in the tab's title what came while the page was not looked at. */
    came() {
      if (document.visibilityState === 'visible') return;
      unseen += 1;
      show();
    },
  };
}
