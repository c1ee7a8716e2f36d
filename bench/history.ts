// How smoothly a phone scrolls back through 1,000 messages, with a processor four times slower: tasks over 50 ms, their sum and
// the longest in milliseconds, and how often what is read moved otherwise than the thumb. Nothing depends on the figures.
import type { Page } from 'playwright-core';
import { startDemo } from '../test/screens/demo.ts';
import { openBrowser } from '../test/support/browser.ts';

const MESSAGES = 1_000;
const PAGE = 50;
const DAY_MS = 86_400_000;
/** In a frame: a quick thumb. */
const STEP_PX = 100;

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
  const found = await page.evaluate(flick, { messages: MESSAGES, step: STEP_PX });
  await context.close();
  return { messages: MESSAGES, ...found };
}

/** The newest messages, then page by page what came before. */
async function answerFrom(page: Page, pictures: readonly string[]): Promise<void> {
  const upTo = (last: number) =>
    Array.from({ length: Math.min(PAGE, last) }, (_, i) => shownMessage(last - PAGE + 1 + i, pictures));
  await page.route('**/opening', async (route) => {
    const response = await route.fetch();
    return route.fulfill({ response, json: { ...(await response.json()), messages: upTo(MESSAGES) } });
  });
  await page.route('**/stream?*', () => undefined);
  await page.route('**/history?*', (route) => {
    const before = Number(new URL(route.request().url()).searchParams.get('before'));
    return route.fulfill({ json: upTo(before - 1) });
  });
}

/** Runs in the page: flicks to the top, and counts what holds up the thumb or moves what is read otherwise than it does. */
async function flick({ messages, step }: Record<'messages' | 'step', number>) {
  const found = { tasks: 0, sum: 0, longest: 0, frames: 0, slowFrames: 0, jumps: 0 };
  new PerformanceObserver((list) => {
    for (const { duration } of list.getEntries()) {
      found.tasks += 1;
      found.sum += Math.round(duration);
      found.longest = Math.max(found.longest, Math.round(duration));
    }
  }).observe({ type: 'longtask' });
  const scroller = document.querySelector('#scroller') ?? document.body;
  const isDone = (): boolean =>
    scroller.scrollTop === 0 && document.querySelectorAll('.message').length >= messages;
  const endOf = (line: Element | undefined): number => line?.getBoundingClientRect().bottom ?? 0;
  let last = performance.now();
  while (!isDone()) {
    const line = document.elementFromPoint(195, 300)?.closest('.message') ?? undefined;
    const by = Math.min(step, scroller.scrollTop);
    const end = endOf(line);
    scroller.scrollTop -= by;
    const now = await new Promise<number>((resolve) => requestAnimationFrame(resolve));
    found.frames += 1;
    if (now - last > 50) found.slowFrames += 1;
    if (line?.isConnected && Math.abs(endOf(line) - end - by) > 2) found.jumps += 1;
    last = now;
  }
  return found;
}
