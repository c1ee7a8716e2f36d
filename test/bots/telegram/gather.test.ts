import { expect, it } from 'vitest';
import { gathererOf } from '../../../src/bots/telegram/gather.ts';
import type { Incoming } from '../../../src/chat/event.ts';

const event = (seq: number): Incoming => ({
  channel: 'telegram-buyer',
  address: '42',
  key: `u${seq}`,
  seq: BigInt(seq),
  at: new Date(0),
  from: { name: 'Hua' },
  body: { is: 'text', text: String(seq) },
});

const numbers = (batch: readonly Incoming[]) => batch.map(({ seq }) => Number(seq));

it('stores a burst in one go and in order', async () => {
  const batches: number[][] = [];
  const gatherer = gathererOf(async (batch) => void batches.push(numbers(batch)));
  await Promise.all([5, 3, 4, 1, 2].map((seq) => gatherer.add(event(seq))));
  expect(batches).toEqual([[1, 2, 3, 4, 5]]);
});

it('stores what comes meanwhile only when the earlier is stored', async () => {
  const log: string[] = [];
  const begun = Promise.withResolvers<void>();
  const release = Promise.withResolvers<void>();
  const gatherer = gathererOf(async (batch) => {
    log.push(`begin ${numbers(batch)}`);
    begun.resolve();
    await release.promise;
    log.push(`end ${numbers(batch)}`);
  });
  const first = gatherer.add(event(1));
  await begun.promise;
  const others = [event(3), event(2)].map((one) => gatherer.add(one));
  release.resolve();
  await Promise.all([first, ...others, gatherer.idle()]);
  expect(log).toEqual(['begin 1', 'end 1', 'begin 2,3', 'end 2,3']);
});

it('tells everyone in a batch that could not be stored, and goes on with the next', async () => {
  let isDown = true;
  const gatherer = gathererOf(async () => {
    if (isDown) throw new Error('the database is away');
  });
  const ends = await Promise.allSettled([gatherer.add(event(1)), gatherer.add(event(2))]);
  expect(ends.map(({ status }) => status)).toEqual(['rejected', 'rejected']);
  isDown = false;
  await expect(gatherer.add(event(1))).resolves.toBeUndefined();
});
