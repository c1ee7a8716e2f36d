import type { Browser, BrowserContext, Locator, Page } from 'playwright-core';
import sharp from 'sharp';
import { afterAll, afterEach, beforeAll, expect } from 'vitest';
import { storePhoto } from '../../../../src/chat/store/media.ts';
import { shrinkDrawn } from '../../../../src/chat/store/shrink.ts';
import { openBrowser } from '../../../support/browser.ts';
import { type House, openHouse } from '../house.ts';

// The web chat in a real browser, for a file of tests: a house, a browser, and whoever comes to it.

type Options = Parameters<Browser['newContext']>[0];

/** The language of those whose page has its own Chinese characters. */
export const WITH_FONTS = 'zh-Hans-CN';

export interface Pages {
  readonly house: House;
  /** Somebody new at a browser that has kept nothing. */
  visit(path?: string, options?: Options): Promise<Page>;
  /** A browser of its own, closed after the test. */
  newContext(options?: Options): Promise<BrowserContext>;
  /** One more page of a browser. */
  open(context: BrowserContext, path?: string): Promise<Page>;
}

/** Opens house and browser for the tests of a file; a fault of the page fails the test that met it. */
export function usePages(): Pages {
  let house: House;
  let browser: Browser;
  /** Whoever brings nothing of their own sits at this one: starting a browser anew for each costs the most. */
  let shared: BrowserContext;
  const contexts: BrowserContext[] = [];
  const troubles: string[] = [];

  beforeAll(async () => {
    [house, browser] = await Promise.all([openHouse(), openBrowser()]);
    const shown = await shrinkDrawn(await takePhoto('#a73'));
    house.pantry.photos.push(await storePhoto(house.appContext.db, new Date(), shown));
    shared = await makeContext();
  });
  afterEach(async () => {
    house.pantry.gate = Promise.resolve();
    house.pantry.joined.splice(0);
    for (const context of contexts.splice(0)) await context.close();
    expect(troubles.splice(0)).toEqual([]);
  });
  afterAll(async () => {
    await browser.close();
    await house[Symbol.asyncDispose]();
  });

  async function makeContext(options: Options = {}): Promise<BrowserContext> {
    const context = await browser.newContext({
      viewport: { width: 390, height: 844 },
      locale: 'zh-CN',
      reducedMotion: 'reduce',
      serviceWorkers: 'block',
      ...options,
    });
    // Drawing Chinese costs these tests half their time, and they read text; one test has the fonts.
    if (options.locale !== WITH_FONTS) await context.route('**/fonts/**', (route) => route.abort());
    return context;
  }

  async function newContext(options?: Options): Promise<BrowserContext> {
    const context = await makeContext(options);
    contexts.push(context);
    return context;
  }

  async function open(context: BrowserContext, path = '/'): Promise<Page> {
    const page = await context.newPage();
    page.setDefaultTimeout(8_000);
    page.on('pageerror', (error) => troubles.push(error.message));
    page.on('console', (line) => {
      if (line.text().includes('Content Security Policy')) troubles.push(line.text());
    });
    await page.goto(house.url + path);
    return page;
  }

  async function visitShared(path: string): Promise<Page> {
    const [first, ...others] = shared.pages();
    for (const page of others) await page.close();
    if (!first) return open(shared, path);
    await first.unrouteAll();
    await first.goto('about:blank');
    await shared.clearCookies();
    await first.goto(`${house.url}/assets-none`);
    await first.evaluate(() => localStorage.clear());
    await first.goto(house.url + path);
    return first;
  }

  return {
    get house() {
      return house;
    },
    visit: async (path = '/', options) =>
      options ? open(await newContext(options), path) : visitShared(path),
    newContext,
    open,
  };
}

export const log = (page: Page): Locator => page.getByRole('log');
export const key = (page: Page, name: string | RegExp): Locator => page.getByRole('button', { name }).last();

export async function say(page: Page, text: string): Promise<void> {
  await page.getByRole('textbox').fill(text);
  await page.getByRole('textbox').press('Enter');
}

/** A photo of four by three. */
export const takePhoto = (colour: string): Promise<Buffer> =>
  sharp({ create: { width: 800, height: 600, channels: 3, background: colour } })
    .jpeg()
    .toBuffer();
