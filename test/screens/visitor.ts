import type { Browser, BrowserContext, Page } from 'playwright-core';
import { bringEmoji } from './fonts.ts';

export type Language = 'zh' | 'en';

export const phone = { width: 390, height: 844 };
export const desktop = { width: 1280, height: 800 };

const LOCALES = { zh: 'zh-CN', en: 'en-GB' } as const;
const PATIENCE_MS = 40_000;

/** Somebody at a browser, who taps buttons by what they do: labels differ from language to language. */
export interface BrowserVisitor {
  readonly page: Page;
  readonly context: BrowserContext;
  readonly language: Language;
  /** Taps the newest button whose action begins like this; false where there is none. */
  taps(action: string): Promise<boolean>;
  says(text: string): Promise<void>;
  sends(photo: string, caption: string): Promise<void>;
  /** Every action that a button of the newest messages carries. */
  actions(): Promise<string[]>;
  /** Nothing is on its way, pictures are there, nothing moves. */
  settles(): Promise<void>;
}

export async function openVisitor(
  browser: Browser,
  url: string,
  language: Language,
  viewport = phone,
  timezoneId = 'Asia/Shanghai',
): Promise<BrowserVisitor> {
  const context = await browser.newContext({
    viewport,
    locale: LOCALES[language],
    timezoneId,
    deviceScaleFactor: 2,
    reducedMotion: 'reduce',
    bypassCSP: true,
    serviceWorkers: 'block',
  });
  await bringEmoji(context);
  const page = await context.newPage();
  page.setDefaultTimeout(PATIENCE_MS);
  await page.goto(url);
  return createBrowserVisitor(page, context, language);
}

export function createBrowserVisitor(
  page: Page,
  context: BrowserContext,
  language: Language,
): BrowserVisitor {
  const settles = async (): Promise<void> => {
    await page.waitForFunction(
      () =>
        document.querySelector('#log[aria-busy="false"] .message.theirs') &&
        !document.querySelector('#status[data-is="connecting"]') &&
        !document.querySelector('.is-pressed, .retry, .meta use[href="#icon-clock"]') &&
        [...document.querySelectorAll<HTMLImageElement>('.message img')].every((image) => {
          const { top, bottom } = image.getBoundingClientRect();
          const isAway = bottom < 0 || top > innerHeight;
          return image.complete || (image.loading === 'lazy' && isAway);
        }) &&
        // Which characters are missing is known when the description is there and the page was laid out by it.
        document.querySelector<HTMLLinkElement>('link[href="/fonts/noto.css"]')?.sheet !== null &&
        document.body.offsetHeight > 0 &&
        document.fonts.status === 'loaded',
    );
  };
  const newest = (action: string) => page.locator(`.message [data-tap^="${action}"]:not(:disabled)`).last();

  return {
    page,
    context,
    language,
    settles,
    async taps(action) {
      if ((await newest(action).count()) === 0) return false;
      await newest(action).click();
      await settles();
      return true;
    },
    async says(text) {
      await page.locator('#words').fill(text);
      await page.locator('#send').click();
      await settles();
    },
    async sends(photo, caption) {
      const before = await page.locator('.message.theirs').count();
      await page.locator('#photos').setInputFiles(photo);
      await page.locator('#words').fill(caption);
      await page.locator('#send').click();
      await settles();
      // What is read from a picture comes in a message of its own.
      await page.locator('.message.theirs').nth(before).waitFor({ state: 'attached' });
      await settles();
    },
    actions: () =>
      page.evaluate(() =>
        [...document.querySelectorAll<HTMLElement>('.message')]
          .slice(-4)
          .flatMap((message) => [...message.querySelectorAll<HTMLElement>('[data-tap]')])
          .map((key) => key.dataset.tap ?? ''),
      ),
  };
}
