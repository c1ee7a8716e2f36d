import { describe, expect, it } from 'vitest';
import { testClock } from '../support/clock.ts';
import { openHousehold } from '../support/household.ts';
import { findMentions } from '../support/mentions.ts';
import { findPersonCalled } from '../support/people.ts';
import { findRowsOf } from '../support/personal-rows.ts';
import { newBuyer, ordersWalnuts } from '../support/stall.ts';
import type { PrivateChat } from '../support/telegram/interface.ts';

const clock = testClock();
const { walnut, seller } = openHousehold({ clock });
const PRIVATE = ['13800001234', '12 Taoyuan Road', 'Li Lei', 'The blue gate', 'SF1234567890123', 'Dandelion'];

/** Ordered, wrote to the seller, whose packing sheet names them, and had their goods. */
async function longKnown(): Promise<PrivateChat> {
  const buyer = await newBuyer(walnut, 'Dandelion');
  await ordersWalnuts(buyer);
  await buyer.taps('📦 A-');
  await buyer.waitsFor('waiting for the seller');
  await buyer.taps('💬 Write to the seller');
  await buyer.waitsFor('Nobody is shown your phone number');
  buyer.says('The blue gate');
  await seller.waitsFor('The blue gate');
  await seller.taps('✅ 接单', { on: await seller.waitsFor('· 等您接单') });
  await buyer.waitsFor('has accepted');
  seller.says('/pack');
  await seller.taps('🖨 打印', { on: await seller.waitsFor('1 单') });
  await seller.waitsFor('装货单在这个文件里');
  await seller.taps('🚚 发货', { on: await seller.waitsFor('· 备货中') });
  await seller.waitsFor('的运单号');
  seller.says('SF1234567890123');
  await buyer.taps('✅ I have it', { on: await buyer.waitsFor('on its way') });
  await buyer.waitsFor('Status: delivered');
  return buyer;
}

describe('a buyer who is forgotten', () => {
  it('is taken out of what the seller was told, of files and of every table', async () => {
    const buyer = await longKnown();
    expect(await findMentions(walnut, PRIVATE)).not.toEqual([]);
    expect(await findMentions(walnut, PRIVATE, 'in clear')).toEqual([]);
    const theirs = await findRowsOf(walnut, (await findPersonCalled(walnut, 'Dandelion')).id);
    buyer.says('/forget');
    await buyer.taps('🗑 Yes, erase it all', { on: await buyer.waitsFor('Erase everything') });
    await buyer.waitsFor('Your data has been erased');
    clock.advance(2 * 60_000);
    await walnut.app.jobs?.sweep();
    await walnut.app.engine.sweep();
    await walnut.app.engine.idle();
    expect(await findMentions(walnut, PRIVATE)).toEqual([]);
    expect(await theirs.left()).toEqual([]);
    const shown = seller.heard().map(({ text }) => text ?? '');
    expect(shown.filter((text) => PRIVATE.some((word) => text.includes(word)))).toEqual([]);
    expect(shown.some((text) => /A-\d{4}/.test(text) && text.includes('¥15'))).toBe(true);
  });
});
