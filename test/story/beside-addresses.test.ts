import { describe, expect, it } from 'vitest';
import { testClock } from '../support/clock.ts';
import { openHousehold } from '../support/household.ts';
import { hears, newBuyer, putsOnSale, withCard } from '../support/stall.ts';
import type { PrivateChat } from '../support/telegram/interface.ts';

// Nothing that is said beside an address is lost: it is done, noted, answered or quoted.

const clock = testClock();
const { walnut, seller } = openHousehold({ clock });

const person = '王芳 13912345678 山西省吕梁市临县白文镇12号';
const lan = 'Li Lan, 13812345678, 8 Baiwen Town, Lin County, Luliang, Shanxi';

/** 1 斤 of walnuts is wanted, and the address is asked for. */
async function asked(): Promise<PrivateChat> {
  const buyer = await newBuyer(walnut);
  await hears(buyer, '核桃 1斤', 'name, phone and address');
  return buyer;
}

describe.each([
  ['that was asked for', asked],
  ['beside a card', async () => withCard(await newBuyer(walnut))],
])('an address %s', (_, begin) => {
  it.each([
    [`${person} 放门卫`, '放门卫', '临县白文镇12号\n'],
    [`${person} 到了给我打电话`, '到了给我打电话', '临县白文镇12号\n'],
    [`${person}周末再送`, '周末再送', '临县白文镇12号\n'],
    [`${lan}, leave it with the guard, call me first`, 'leave it with the guard，call me first', 'Shanxi\n'],
    [`${lan} call before you come`, 'call before you come', 'Shanxi\n'],
  ])('keeps a wish for the note: %s', async (said, note, end) => {
    const card = await hears(await begin(), said, '💬 ');
    expect(card.text).toContain(`💬 ${note}\n`);
    expect(card.text).toContain(end);
  });

  it.each([
    [`${person} 再加1斤红枣`, '临县白文镇12号\n'],
    [`${lan}, and 500 g of jujubes`, 'Shanxi\n'],
  ])('keeps goods for the cart: %s', async (said, end) => {
    await putsOnSale(walnut, seller, '红枣 Jujubes 16元一斤 有100斤');
    const buyer = await begin();
    const sent = buyer.says(said);
    const card = await buyer.waitsFor(/¥16[\s\S]*Confirm|Total ¥31/u, { after: sent });
    expect(card.text).toContain(end);
    expect(card.text).toContain('Walnut');
  });

  it.each([
    [`${person}，几天能到`, /day|ship/iu, '临县白文镇12号\n'],
    [`${person} 运费多少钱？`, /Express|deliver/iu, '临县白文镇12号\n'],
    [`${lan}. How much is shipping?`, /Express|deliver/iu, 'Shanxi\n'],
    [`${person}，核桃是用石碾子碾的吗`, /Ask the seller|written/u, '临县白文镇12号\n'],
    [`${lan}. Are the walnuts dried in the sun?`, /written|ask/iu, 'Shanxi\n'],
  ])('answers a question: %s', async (said, answer, end) => {
    const buyer = await begin();
    const sent = buyer.says(said);
    await buyer.waitsFor(answer, { after: sent });
    const card = await buyer.waitsFor('Please check', { after: sent });
    expect(card.text).toContain(end);
  });

  it('quotes what nothing used', async () => {
    const buyer = await begin();
    const sent = buyer.says(`${person} 我妈牙口不好`);
    await buyer.waitsFor('我妈牙口不好', { after: sent });
    const card = await buyer.waitsFor('Please check', { after: sent });
    expect(card.text).toContain('临县白文镇12号\n');
  });
});

it('an address in two messages keeps what was said first', async () => {
  const buyer = await asked();
  await hears(buyer, '王芳 13912345678', 'address');
  const card = await hears(buyer, '山西省吕梁市临县白文镇12号 几天能到', 'Please check');
  expect(card.text).toContain('王芳');
  expect(card.text).toContain('临县白文镇12号\n');
});
