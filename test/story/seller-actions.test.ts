import { beforeEach, expect, it } from 'vitest';
import { openHousehold } from '../support/household.ts';
import { hears, newBuyer, ordersWalnuts } from '../support/stall.ts';
import type { PrivateChat } from '../support/telegram/interface.ts';

// How little a seller has to do, counted in what their phone sends; and the same in English.

const { walnut } = openHousehold({ sells: false });
let seller: PrivateChat;

beforeEach(async () => {
  const { payload } = await walnut.inviteSeller('Wang');
  seller = walnut.telegram.person({ first_name: 'Xiu', language_code: 'en' }).chatWith(walnut.sellerBot);
  seller.starts(payload);
  await seller.waitsFor('Welcome, Wang family');
});

/** How many times the seller's phone sends something while `act` runs. */
async function actions(act: () => Promise<unknown>): Promise<number> {
  const before = walnut.sellerBot.updates().length;
  await act();
  return walnut.sellerBot.updates().length - before;
}

const says = (words: string, answer: string | RegExp) => hears(seller, words, answer);

async function publishes(): Promise<void> {
  await seller.sendsPhoto({ caption: '核桃 15元一斤 有100公斤' });
  await seller.waitsFor('If it is right');
  await seller.taps('✅ Publish');
  await seller.waitsFor('is on sale');
  await walnut.photosStored();
}

it('publishes with two actions', async () => {
  expect(await actions(publishes)).toBe(2);
});

it('changes stock with one action, in plain words', async () => {
  await publishes();
  expect(await actions(() => says('walnuts 30 kg left', '100 kg → 30 kg'))).toBe(1);
  expect(await actions(() => says('restocked 20 kg walnuts', '30 kg → 50 kg'))).toBe(1);
  expect(await actions(() => says('sold 5 kg walnuts', '50 kg → 45 kg'))).toBe(1);
});

it('changes a price with one action, and asks with one more where it is far off', async () => {
  await publishes();
  expect(await actions(() => says('walnuts now 14 yuan per jin', '¥30/kg → ¥28/kg'))).toBe(1);
  const count = await actions(async () => {
    await says('walnuts now 1.4 yuan per jin', 'You usually sell at ¥28/kg');
    await seller.taps('✅ Yes: now');
    await seller.waitsFor('¥28/kg → ¥2.80/kg');
  });
  expect(count).toBe(2);
  await says('walnuts now 15 yuan per jin', 'You usually sell at');
  await seller.taps('✅ Yes: now');
  await seller.waitsFor('→ ¥30/kg');
});

it('accepts an order with one action', async () => {
  await publishes();
  const buyer = await newBuyer(walnut);
  await ordersWalnuts(buyer);
  const notice = await seller.waitsFor('A-0001');
  const count = await actions(async () => {
    await seller.taps('✅ Accept', { on: notice });
    await buyer.waitsFor('has accepted');
  });
  expect(count).toBe(1);
});

it('answers a forged button like an old one', async () => {
  const on = seller.last();
  for (const data of ['mine-one/x', 'edit/x/title', 'undo/x', 'undo/99999999999999999', 'do-price/x/1/1/1'])
    await seller.tapsForged(data, on);
  await seller.settles();
  expect(seller.sees('Something broke')).toBe(false);
  expect(seller.sees('There is no such product of yours')).toBe(true);
});
