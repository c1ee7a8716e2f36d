import { afterAll, afterEach, beforeAll, expect, it, vi } from 'vitest';
import { createReplyRate } from '../../../src/chat/outbound/channels/reply-rate.ts';
import { testClock } from '../../support/clock.ts';
import { type FreshDatabase, freshDatabase } from '../../support/database.ts';
import { testSeal } from '../../support/village.ts';

let database: FreshDatabase;
beforeAll(async () => {
  database = await freshDatabase();
});
afterAll(() => database.drop());
afterEach(() => vi.useRealTimers());

it('counts replies that came together at once where somebody waits for it', async () => {
  const rate = createReplyRate({ db: database.db, cipher: testSeal, clock: testClock() });
  // No pause for more replies ends by itself.
  vi.useFakeTimers({ toFake: ['setTimeout'] });
  rate.count('telegram-buyer');
  rate.count('telegram-seller');
  await rate.idle();
  rate.count('telegram-push');
  await rate.idle();
  const counted = await database.db.$queryRaw`SELECT channel FROM channel_rate ORDER BY channel`;
  expect(counted).toEqual(
    ['telegram-buyer', 'telegram-push', 'telegram-seller'].map((channel) => ({ channel })),
  );
});
