import { performance } from 'node:perf_hooks';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { startProcess, type WalnutProcess } from '../support/process.ts';
import type { PrivateChat } from '../support/telegram/interface.ts';
import { startWalnut, type Walnut } from '../support/walnut.ts';

let walnut: Walnut;
let child: WalnutProcess;

// The shop runs in a process of its own, so that Telegram and the people do not take its time.
beforeEach(async () => {
  walnut = await startWalnut({ webhooks: true });
  await walnut.app.stop();
  child = await startProcess(walnut.settings);
});

afterEach(async () => {
  await child.kill('SIGTERM');
  await walnut.stop();
});

const somebody = (name: string): PrivateChat =>
  walnut.telegram.person({ first_name: name, language_code: 'en' }).chatWith(walnut.buyerBot);

/** How long somebody waits for the answer to what they say, in ms. */
async function waits(chat: PrivateChat, says: string, answer: string): Promise<number> {
  const asked = performance.now();
  chat.says(says);
  await chat.waitsFor(answer, { within: 60_000 });
  return performance.now() - asked;
}

it('answers a hundred others within a second each while one chat taps a thousand times', async () => {
  const flood = somebody('Flood');
  flood.starts();
  const home = await flood.waitsFor('Welcome to');
  const others = Array.from({ length: 100 }, (_, i) => somebody(`Neighbour ${i}`));
  await Promise.all(others.map((other) => waits(other, '/start', 'Welcome to')));
  for (let tap = 0; tap < 1_000; tap += 1) flood.tapsQuickly('❓ Help', { on: home });
  const times = await Promise.all(
    others.map(async (other, i) => {
      // They come one after another, as people do, while the flood is on.
      await new Promise((resolve) => setTimeout(resolve, i * 10));
      return waits(other, '/orders', 'no orders yet');
    }),
  );
  expect(Math.max(...times)).toBeLessThan(1_000);
});

it('answers nine hundred people at once, and refuses nobody', async () => {
  const people = Array.from({ length: 900 }, (_, i) => somebody(`Viewer ${i}`));
  const times = await Promise.all(people.map((one) => waits(one, '/start', 'Welcome to')));
  expect(times).toHaveLength(900);
  expect(await walnut.database.db.inbox.count({ where: { state: 'parked' } })).toBe(0);
});
