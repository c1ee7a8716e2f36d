import { readFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { BrowserContext } from 'playwright-core';

// A font of layered outlines: the Chromium that an npm package brings draws no newer kind of coloured glyphs.
const FONT = `${dirname(fileURLToPath(import.meta.resolve('twemoji-colr-font/package.json')))}/twemoji.woff2`;

/** Emoji for browsers on machines that have none, as every phone shows them. Needs a context with `bypassCSP`. */
export async function bringEmoji(context: BrowserContext): Promise<void> {
  const font = await readFile(FONT);
  await context.route('**/emoji.woff2', (route) => route.fulfill({ contentType: 'font/woff2', body: font }));
  await context.addInitScript(() => {
    const sheet = new CSSStyleSheet();
    const source = `url(${location.origin}/emoji.woff2) format('woff2')`;
    // Digits are emoji too, as parts of some: they stay with the font of the words.
    const range = 'U+203C-3299, U+FE0F, U+200D, U+1F000-1FAFF';
    sheet.replaceSync(
      `@font-face { font-family: 'Noto Color Emoji'; font-display: block; src: ${source}; unicode-range: ${range} }`,
    );
    document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];
  });
}
