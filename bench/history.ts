// How smoothly a phone scrolls back through 1,000 messages: tasks over 50 ms and the longest, with a processor four times
// slower. Prints milliseconds; nothing depends on them. Figures of a machine that does nothing else.
import type { Page } from 'playwright-core';
import { startDemo } from '../test/screens/demo.ts';
import { openBrowser } from '../test/support/browser.ts';

const MESSAGES = 1_000;
const PAGE = 50;
const DAY_MS = 86_400_000;

/** A chat of years: every third message is a list of goods with pictures, every fifth one's own. */
function shownMessage(place: number, pictures: readonly string[]) {
  const isMine = place % 5 === 0;
  const goods = pictures.map((picture, i) => [
    { label: `薄皮核桃 ¥${i + 10}/斤`, tap: `product/${i}`, picture, detail: '👨‍🌾 王秀英家' },
  ]);
  return {
    ...{ id: `m${place}`, seq: String(place), place: String(place), mine: isMine },
    html: isMine ? `来两斤核桃 ${place}` : `📝 <b>请核对</b>\n薄皮核桃 5斤 · ¥72\n🚚 快递 · 免运费 ${place}`,
    buttons: isMine ? [] : place % 3 === 0 ? goods : [[{ label: '✅ 确认下单', tap: 'confirm' }]],
    at: new Date(Date.now() - (MESSAGES - place) * (DAY_MS / 20)).toISOString(),
  };
}

await using demo = await startDemo();
const browser = await openBrowser();
try {
  process.stdout.write(`${JSON.stringify(await measure())}\n`);
} finally {
  await browser.close();
}

async function measure() {
  const context = await browser.newContext({
    ...{ viewport: { width: 390, height: 844 }, locale: 'zh-CN', serviceWorkers: 'block' },
  });
  const page = await context.newPage();
  await page.goto(demo.buyer);
  await page.locator('.goods img').nth(2).waitFor();
  const pictures = await page
    .locator('.goods img')
    .evaluateAll((images) => images.map((image) => image.getAttribute('src')?.split('/')[3] ?? ''));
  await answerFrom(page, pictures);
  await page.reload();
  await page
    .locator('.message')
    .nth(PAGE - 1)
    .waitFor();
  const line = await context.newCDPSession(page);
  await line.send('Emulation.setCPUThrottlingRate', { rate: 4 });
  await page.evaluate(watch);
  await scrollToTop(page);
  const found = await page.evaluate(() => Reflect.get(globalThis, 'found'));
  await context.close();
  return { messages: MESSAGES, ...found };
}

/** The newest messages, then page by page what came before. */
async function answerFrom(page: Page, pictures: readonly string[]): Promise<void> {
  const upTo = (last: number) =>
    Array.from({ length: Math.min(PAGE, last) }, (_, i) => shownMessage(last - PAGE + 1 + i, pictures));
  let isAnswered = false;
  await page.route('**/stream?*', (route) => {
    if (isAnswered) return;
    isAnswered = true;
    const hello = `id: ${MESSAGES}\nevent: hello\ndata: ${JSON.stringify(upTo(MESSAGES))}\n\n`;
    return route.fulfill({ contentType: 'text/event-stream', body: hello });
  });
  await page.route('**/history?*', (route) => {
    const before = Number(new URL(route.request().url()).searchParams.get('before'));
    return route.fulfill({ json: upTo(before - 1) });
  });
}

/** Runs in the page: counts what keeps it from answering a finger. */
function watch(): void {
  const found = { tasks: 0, longest: 0, frames: 0, slowFrames: 0 };
  Reflect.set(globalThis, 'found', found);
  new PerformanceObserver((list) => {
    for (const { duration } of list.getEntries()) {
      found.tasks += 1;
      found.longest = Math.max(found.longest, Math.round(duration));
    }
  }).observe({ type: 'longtask' });
  let last = performance.now();
  const frame = (now: number): void => {
    found.frames += 1;
    if (now - last > 50) found.slowFrames += 1;
    last = now;
    requestAnimationFrame(frame);
  };
  requestAnimationFrame(frame);
}

/** As a thumb does: 400 pixels at a time. */
async function scrollToTop(page: Page): Promise<void> {
  await page.mouse.move(195, 400);
  while ((await page.locator('.message').count()) < MESSAGES || (await isScrolled(page)))
    await page.mouse.wheel(0, -400);
}

function isScrolled(page: Page): Promise<boolean> {
  return page.locator('#scroller').evaluate(({ scrollTop }) => scrollTop > 0);
}
