import { readFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { BrowserContext } from 'playwright-core';

const FOLDER = dirname(fileURLToPath(import.meta.resolve('@fontsource/noto-color-emoji/package.json')));

/** Emoji for browsers on machines that have none, as every phone shows them. Needs a context with `bypassCSP`. */
export async function bringEmoji(context: BrowserContext): Promise<void> {
  const css = (await readFile(`${FOLDER}/400.css`, 'utf8'))
    .replaceAll('./files/', '/emoji/')
    .replaceAll('font-display: swap', 'font-display: block');
  await context.route('**/emoji/*', async (route) => {
    const name = new URL(route.request().url()).pathname.split('/').at(-1) ?? '';
    await route.fulfill({ contentType: 'font/woff2', body: await readFile(`${FOLDER}/files/${name}`) });
  });
  await context.addInitScript((text) => {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(text.replaceAll('/emoji/', `${location.origin}/emoji/`));
    document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];
  }, css);
}
