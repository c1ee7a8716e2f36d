// npm run screens: every screen of the demo in one sheet, .screens/index.html: phone, light and dark, both languages.
// npm run screens -- --readme also takes the pictures of the README anew.
import { mkdir, rm, writeFile } from 'node:fs/promises';
import type { Browser } from 'playwright-core';
import sharp from 'sharp';
import { openBrowser } from '../support/browser.ts';
import { startDemo } from './demo.ts';
import { formatSheet, type Shot } from './format-sheet.ts';
import { type BrowserVisitor, desktop, type Language, openVisitor } from './visitor.ts';
import { walkAsBuyer, walkAsOffice, walkAsSeller } from './walk.ts';

const FOLDER = new URL('../../.screens/', import.meta.url);
const LANGUAGES: readonly Language[] = ['zh', 'en'];

const shots: Shot[] = [];

/** The pictures of the README, by the names of the walk. */
const README = new URL('../../docs/screens/', import.meta.url);
const IN_README = new Set([
  'buyer-home',
  'buyer-product',
  'buyer-card',
  'seller-draft',
  'seller-order',
  'office-today',
]);
const isForReadme = process.argv.includes('--readme');

/** Light and dark of what is on the screen, in the order of the walk. */
function keeper(who: BrowserVisitor): (name: string) => Promise<void> {
  const taken = new Map<string, number>();
  return async (name) => {
    const count = (taken.get(name) ?? 0) + 1;
    taken.set(name, count);
    const title = count > 1 ? `${name}-${count}` : name;
    if (isForReadme && who.language === 'zh' && count === 1 && IN_README.has(name))
      await keepForReadme(who, name);
    for (const look of ['light', 'dark'] as const) {
      await who.page.emulateMedia({ colorScheme: look });
      await painted(who);
      const file = `${who.language}-${look}-${title}.jpg`;
      await who.page.screenshot({
        path: new URL(file, FOLDER).pathname,
        type: 'jpeg',
        quality: 72,
        scale: 'css',
      });
      shots.push({ name: title, language: who.language, look, file });
    }
    await who.page.emulateMedia({ colorScheme: 'light' });
  };
}

/** A busy machine draws late. */
const painted = ({ page }: BrowserVisitor) =>
  page.evaluate(
    () => new Promise<void>((resolve) => requestAnimationFrame(() => requestAnimationFrame(() => resolve()))),
  );

/** Small enough for a repository. */
async function keepForReadme({ page }: BrowserVisitor, name: string): Promise<void> {
  const picture = sharp(await page.screenshot()).webp({ quality: 68, smartSubsample: true });
  await picture.toFile(new URL(`${name}.webp`, README).pathname);
}

async function walkIn(browser: Browser, language: Language): Promise<void> {
  await using demo = await startDemo();
  for (const [url, walk] of [
    [demo.buyer, walkAsBuyer],
    [demo.seller, walkAsSeller],
    [demo.office, walkAsOffice],
  ] as const) {
    const who = await openVisitor(browser, url, language);
    await walk(who, keeper(who));
    await who.context.close();
  }
  const wide = await openVisitor(browser, demo.buyer, language, desktop);
  await wide.settles();
  await keeper(wide)('desktop-home');
  await wide.taps('product/');
  await keeper(wide)('desktop-product');
  await wide.context.close();
}

await rm(FOLDER, { recursive: true, force: true });
await mkdir(FOLDER, { recursive: true });
const browser = await openBrowser();
try {
  await Promise.all(LANGUAGES.map((language) => walkIn(browser, language)));
} finally {
  await browser.close();
}
await writeFile(new URL('index.html', FOLDER), formatSheet(shots));
process.stdout.write(`${shots.length} pictures: ${new URL('index.html', FOLDER).pathname}\n`);
