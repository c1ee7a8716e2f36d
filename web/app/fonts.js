import { el } from './dom.js';

// Chinese characters for devices that have none: a description of small font files, of which the browser fetches those it needs.

/** Systems that have come with Chinese fonts for ten years and more: their phones fetch not even the description. */
const HAVE_FONTS = /Android|iPhone|iPad|Macintosh|Windows/;

let changes = 0;

/**
 * Chromium keeps the boxes that it drew for a word before a file was there, and finds them again by the word and the
 * exact look of its font. A feature that no font has makes another look that is the same to the eye.
 */
function drawAnew() {
  changes += 1;
  document.documentElement.style.setProperty('--drawing', `"load" ${changes}`);
}

/** Words in a lesser font are better than none: nothing waits for it. */
export function bringFonts() {
  if (HAVE_FONTS.test(navigator.userAgent) || changes > 0) return;
  changes += 1;
  const description = el('link', { rel: 'stylesheet', href: '/fonts/noto.css' });
  description.onload = drawAnew;
  document.fonts.addEventListener('loadingdone', (event) => {
    if ('fontfaces' in event && Array.isArray(event.fontfaces) && event.fontfaces.length > 0) drawAnew();
  });
  document.head.append(description);
}
