import { el } from './dom.js';

// Chinese characters for devices that have none. Loaded after the page: a description of small font files, of which the
// browser fetches those it needs, and none where its own fonts serve.
const description = el('link', { rel: 'stylesheet', href: '/fonts/noto.css' });
let changes = 0;

/** Chromium keeps boxes that it drew before a file was there; a list of fonts that differs by one name is drawn anew. */
function drawAnew() {
  changes += 1;
  document.documentElement.style.setProperty('--served-fonts', `"Noto Sans SC", "change ${changes}"`);
}

description.onload = drawAnew;
document.fonts.addEventListener('loadingdone', (event) => {
  if ('fontfaces' in event && Array.isArray(event.fontfaces) && event.fontfaces.length > 0) drawAnew();
});
document.head.append(description);
