import { performance } from 'node:perf_hooks';
import { afterEach, expect, it } from 'vitest';
import type { PrivateChat } from '../support/telegram/interface.ts';
import { startWalnut, type Walnut } from '../support/walnut.ts';

let walnut: Walnut;

afterEach(() => walnut.stop());

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
  walnut = await startWalnut({ webhooks: true });
  const flood = somebody('Flood');
  flood.starts();
  const home = await flood.waitsFor('Welcome to');
  const others = Array.from({ length: 100 }, (_, i) => somebody(`Neighbour ${i}`));
  for (let tap = 0; tap < 1_000; tap += 1) flood.tapsQuickly('❓ Help', { on: home });
  const times = await Promise.all(
    others.map(async (other, i) => {
      // They come one after another, as people do, while the flood is on.
      await new Promise((resolve) => setTimeout(resolve, i * 10));
      return waits(other, '/start', 'Welcome to');
    }),
  );
  expect(Math.max(...times)).toBeLessThan(1_000);
  await flood.waitsFor('You are quick', { within: 30_000 });
});

it('answers nine hundred people at once, and refuses nobody', async () => {
  walnut = await startWalnut({ webhooks: true });
  const people = Array.from({ length: 900 }, (_, i) => somebody(`Viewer ${i}`));
  const times = await Promise.all(people.map((one) => waits(one, '/start', 'Welcome to')));
  expect(times).toHaveLength(900);
  expect(await walnut.database.db.inbox.count({ where: { state: 'parked' } })).toBe(0);
});
