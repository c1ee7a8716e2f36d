import { el } from './dom.js';

// Chinese characters for devices that have none. Loaded after the page: a description of small font files, of which the
// browser fetches those it needs, and none where its own fonts serve.
const description = el('link', { rel: 'stylesheet', href: '/fonts/noto.css' });
let changes = 0;

/**
 * Chromium keeps the boxes that it drew for a word before a file was there, and finds them again by the word and the
 * exact look of its font. A feature that no font has makes another look that is the same to the eye.
 */
function drawAnew() {
  changes += 1;
  document.documentElement.style.setProperty('--drawing', `"load" ${changes}`);
}

description.onload = drawAnew;
document.fonts.addEventListener('loadingdone', (event) => {
  if ('fontfaces' in event && Array.isArray(event.fontfaces) && event.fontfaces.length > 0) drawAnew();
});
document.head.append(description);
