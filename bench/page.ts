// How long the first page takes on a cheap phone with a bad line: slow 4G (1.6 Mbit/s, 150 ms) and a processor four times
// slower. Prints milliseconds and bytes; nothing depends on them. Figures of a machine that does nothing else.
import { startDemo } from '../test/screens/demo.ts';
import { openBrowser } from '../test/support/browser.ts';

const SLOW_4G = { offline: false, latency: 150, downloadThroughput: 200_000, uploadThroughput: 93_750 };
const RUNS = 5;

await using demo = await startDemo();
const browser = await openBrowser();
try {
  for (let run = 0; run < RUNS; run += 1) process.stdout.write(`${JSON.stringify(await measure())}\n`);
} finally {
  await browser.close();
}

async function measure() {
  const context = await browser.newContext({ viewport: { width: 390, height: 844 }, locale: 'zh-CN' });
  await context.route('**/fonts/**', (route) => route.abort());
  const page = await context.newPage();
  const line = await context.newCDPSession(page);
  await line.send('Network.enable');
  await line.send('Network.emulateNetworkConditions', SLOW_4G);
  await line.send('Emulation.setCPUThrottlingRate', { rate: 4 });
  let bytes = 0;
  page.on('requestfinished', async (request) => {
    bytes += (await request.sizes().catch(() => undefined))?.responseBodySize ?? 0;
  });
  const start = performance.now();
  await page.goto(demo.buyer, { waitUntil: 'commit' });
  await page.locator('#words[aria-label]').waitFor();
  const interactive = Math.round(performance.now() - start);
  await page.locator('.message.theirs').first().waitFor();
  const greeted = Math.round(performance.now() - start);
  const tapped = performance.now();
  await page.locator('[data-tap^="product/"]').first().click();
  await page.locator('.photo').first().waitFor();
  const answered = Math.round(performance.now() - tapped);
  await context.close();
  return { interactive, greeted, answered, bytes };
}
