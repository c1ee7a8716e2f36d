import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { findBarriers } from '../screens/looks.ts';
import { openBrowser } from '../support/browser.ts';
import { type Llm, startLlm } from '../support/llm.ts';
import { startWalnut, type Walnut } from '../support/walnut.ts';

// People who speak into the microphone of the web chat, in a real browser whose microphone brings a tone.

let browser: Browser;
let llm: Llm;
let walnut: Walnut;
let said = '';
const contexts: BrowserContext[] = [];

beforeAll(async () => {
  llm = await startLlm({ hears: () => ({ text: said }) });
  const settings = {
    OPENAI_API_KEY: 'key',
    OPENAI_BASE_URL: llm.baseURL,
    OPENAI_MODEL: 'loopback',
    OPENAI_TRANSCRIBE_MODEL: 'whisper-1',
  };
  [browser, walnut] = await Promise.all([openBrowser({ hasMicrophone: true }), startWalnut({ settings })]);
});
beforeEach(() => {
  said = '';
});
afterEach(async () => {
  for (const context of contexts.splice(0)) await context.close();
});
afterAll(async () => {
  await browser.close();
  await walnut.stop();
  await llm.stop();
});

interface Visit {
  readonly path?: string;
  readonly locale?: string;
  /** What the person answers when the page says where the voice goes. */
  readonly agrees?: boolean;
  /** Before anything of the page runs. */
  readonly prepare?: (page: Page) => Promise<unknown>;
}

/** Somebody with a phone of their own, and what the page asked them. */
async function phone({ path = '/', locale = 'en-GB', agrees = true, prepare }: Visit = {}) {
  const context = await browser.newContext({
    viewport: { width: 390, height: 844 },
    locale,
    reducedMotion: 'reduce',
    bypassCSP: true,
    serviceWorkers: 'block',
  });
  contexts.push(context);
  const page = await context.newPage();
  page.setDefaultTimeout(15_000);
  const asked: string[] = [];
  page.on('dialog', async (dialog) => {
    asked.push(dialog.message());
    await (agrees ? dialog.accept() : dialog.dismiss());
  });
  await prepare?.(page);
  await page.goto(`${walnut.app.url}${path}`);
  return { page, asked };
}

const sees = (page: Page, words: string | RegExp) => page.getByRole('log').getByText(words).last().waitFor();
const mic = (page: Page) => page.locator('#mic');
const toast = (page: Page) => page.locator('#toast.is-shown');
/** So long that something may have been said. */
const speaks = (page: Page) => page.locator('#mic-time', { hasText: /0:0[1-9]|0:[1-9]/ }).waitFor();
const spoken = (page: Page, length: string | RegExp = /🎤 0:\d\d/) =>
  page.locator('.mine', { hasText: length });

async function talks(page: Page): Promise<void> {
  await mic(page).click();
  await speaks(page);
  await mic(page).click();
}

describe('a buyer who speaks into the page', () => {
  it('is told once where the voice goes, and sees what was heard before it is answered', async () => {
    const { page, asked } = await phone();
    await sees(page, 'Welcome to');
    said = 'how long do walnuts keep';
    await talks(page);
    await spoken(page).waitFor();
    await sees(page, 'You said: “how long do walnuts keep”');
    expect(asked).toEqual([expect.stringContaining('transcription service outside')]);
    said = 'my orders';
    await talks(page);
    await sees(page, 'You said: “my orders”');
    await sees(page, 'You have no orders yet');
    expect(asked).toHaveLength(1);
    // What was heard is shown once, and not as if it had been typed too.
    expect(await page.locator('.mine').count()).toBe(2);
    const { name, type, bytes } = llm.recordings.at(-1) ?? {};
    expect([name, type]).toEqual(['voice.webm', 'audio/webm']);
    expect(Buffer.from(bytes ?? []).toString('latin1')).toContain('OpusHead');
    await expect.poll(() => walnut.database.db.recording.count()).toBe(0);
  });

  it('may say no to the service, and is asked again another time', async () => {
    const { page, asked } = await phone({ agrees: false });
    await mic(page).click();
    await expect.poll(() => asked.length).toBe(1);
    expect(await page.locator('#recording').isVisible()).toBe(false);
    await mic(page).click();
    await expect.poll(() => asked.length).toBe(2);
  });

  it('can do it all by keys, and takes it back by Escape or the cross', async () => {
    const { page } = await phone();
    await sees(page, 'Welcome to');
    await mic(page).focus();
    await page.keyboard.press('Enter');
    await speaks(page);
    expect(await mic(page).getAttribute('aria-label')).toBe('Send the voice message');
    await page.getByRole('status').getByText('Recording.').waitFor({ state: 'attached' });
    expect(await findBarriers(page, 'all')).toEqual([]);
    await page.keyboard.press('Escape');
    expect(await page.locator('#recording').isVisible()).toBe(false);
    expect(await page.evaluate(() => document.activeElement?.id)).toBe('mic');
    await page.keyboard.press('Enter');
    await speaks(page);
    await page.getByRole('button', { name: 'Do not send this voice message' }).click();
    await mic(page)
      .and(page.getByRole('button', { name: 'Record a voice message' }))
      .waitFor();
    expect(await page.locator('.mine').count()).toBe(0);
    expect(await findBarriers(page, 'all')).toEqual([]);
  });

  it('writes as before: the plane comes back with the first letter', async () => {
    const { page } = await phone();
    await sees(page, 'Welcome to');
    expect(await page.locator('#send').isVisible()).toBe(false);
    await page.getByRole('textbox').fill('/orders');
    expect(await mic(page).isVisible()).toBe(false);
    await page.locator('#send').click();
    await mic(page).waitFor();
  });

  it('is asked to type where nothing was understood', async () => {
    const { page } = await phone();
    await sees(page, 'Welcome to');
    await talks(page);
    await sees(page, 'Please type it');
  });

  it('hears that it was too short, and nothing is sent', async () => {
    const { page } = await phone({ prepare: (fresh) => fresh.clock.install() });
    await sees(page, 'Welcome to');
    await page.clock.pauseAt(new Date(Date.now() + 60_000));
    await mic(page).click();
    await page.locator('#recording').waitFor();
    await mic(page).click();
    await toast(page).getByText('too short').waitFor();
    expect(await page.locator('.mine').count()).toBe(0);
  });

  it('stops after two minutes, and what was said can still be sent', async () => {
    const { page } = await phone({ prepare: (fresh) => fresh.clock.install() });
    await sees(page, 'Welcome to');
    said = 'my orders';
    await mic(page).click();
    await page.locator('#recording').waitFor();
    await page.clock.fastForward(121_000);
    await toast(page).getByText('two minutes').waitFor();
    await page.locator('#mic-time', { hasText: '2:00' }).waitFor();
    await mic(page).click();
    await spoken(page, '🎤 2:00').waitFor();
    await sees(page, 'You said: “my orders”');
  });

  it('loses nothing where there is no line: it goes out when there is one, also from a page that was opened anew', async () => {
    const { page } = await phone();
    await sees(page, 'Welcome to');
    said = 'my orders';
    await page.route('**/api/*/voice', (route) => route.abort());
    await talks(page);
    await page.locator('.mine .retry').waitFor();
    const kept = () => page.evaluate(async () => (await (await caches.open('walnut-unsent')).keys()).length);
    await expect.poll(kept).toBe(1);
    await page.unrouteAll();
    await page.reload();
    await spoken(page).waitFor();
    await sees(page, 'You said: “my orders”');
    expect(await page.locator('.mine').count()).toBe(1);
    await expect.poll(kept).toBe(0);
  });

  it.each([
    ['NotAllowedError', 'did not allow the microphone'],
    ['NotFoundError', 'no microphone here'],
    ['NotReadableError', 'Another app'],
    ['TypeError', 'Nothing was recorded'],
  ])('hears in kind words why there is no recording (%s)', async (name, words) => {
    const refuse = (why: string) => {
      navigator.mediaDevices.getUserMedia = async () => {
        throw new DOMException('no', why);
      };
    };
    const { page } = await phone({ prepare: (fresh) => fresh.addInitScript(refuse, name) });
    await sees(page, 'Welcome to');
    await mic(page).click();
    await toast(page).getByText(words).waitFor();
    await page.getByRole('textbox').fill('walnuts');
    await page.locator('#send').waitFor();
  });
});

describe('a seller who speaks into the page', () => {
  it('holds the microphone as long as they speak, and puts something on sale', async () => {
    const { token } = await walnut.inviteSeller('王秀英家');
    const { page, asked } = await phone({ path: `/join/${token}`, locale: 'zh-CN' });
    await page.getByRole('button').first().click();
    await sees(page, '欢迎');
    said = '核桃 15元一斤 有200斤';
    // The first time there is a question, and no finger stays down on it.
    await mic(page).click();
    await speaks(page);
    await page.getByRole('button', { name: '不发这段语音' }).click();
    expect(asked).toEqual([expect.stringContaining('外面的转写服务')]);
    const spot = await mic(page).boundingBox();
    await page.mouse.move((spot?.x ?? 0) + 20, (spot?.y ?? 0) + 20);
    await page.mouse.down();
    await speaks(page);
    await page.mouse.up();
    await sees(page, '您说：「核桃 15元一斤 有200斤」');
    await sees(page, '没问题就点「上架」');
    // Lifted somewhere else, it is not sent: there is time to think.
    await page.mouse.move((spot?.x ?? 0) + 20, (spot?.y ?? 0) + 20);
    await page.mouse.down();
    await speaks(page);
    await page.mouse.move(100, 300);
    await page.mouse.up();
    await page.getByRole('button', { name: '不发这段语音' }).click();
    expect(await spoken(page).count()).toBe(1);
  });
});

describe('the microphone', () => {
  it('is not there where the browser cannot record', async () => {
    const { page } = await phone({
      prepare: (fresh) => fresh.addInitScript(() => Reflect.deleteProperty(globalThis, 'MediaRecorder')),
    });
    await sees(page, 'Welcome to');
    expect(await mic(page).isVisible()).toBe(false);
    expect(await page.locator('#send').isVisible()).toBe(true);
  });
});
