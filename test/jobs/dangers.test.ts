import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { inTransaction } from '../../src/db/work.ts';
import { inviteOperator } from '../../src/shop/sellers/sellers.ts';
import { testClock } from '../support/clock.ts';
import { startWalnut, type Walnut } from '../support/walnut.ts';

describe('an operator', () => {
  const clock = testClock();
  let walnut: Walnut;
  beforeAll(async () => {
    walnut = await startWalnut({ clock });
  });
  afterAll(() => walnut.stop());

  it('hears once that a job was given up, and once that it is done after all', async () => {
    const token = await inTransaction(walnut.app.appContext, inviteOperator);
    const chat = walnut.telegram
      .person({ first_name: 'Clerk', language_code: 'en' })
      .chatWith(walnut.sellerBot);
    chat.starts(`i_${token}`);
    await chat.waitsFor('/office');
    const { db } = walnut.app.appContext;
    const at = clock.now();
    const { id } = await db.outbox.create({
      data: { job: 'draw-poster', payload: {}, dueAt: at, createdAt: at, relayedAt: at, failedAt: at },
    });
    const later = async () => {
      clock.advance(61_000);
      await walnut.app.jobs?.sweep();
      await walnut.app.engine.idle();
    };
    await later();
    await chat.waitsFor('1 job was given up');
    await later();
    await db.outbox.delete({ where: { id } });
    await later();
    await chat.waitsFor('Well again: No job is given up');
    await later();
    expect(chat.heard().filter(({ text }) => text.includes('given up'))).toHaveLength(2);
  });
});
