import { describe, expect, it } from 'vitest';
import { testClock } from '../support/clock.ts';
import { openHousehold } from '../support/household.ts';
import { hears, newBuyer, putsOnSale, withCard } from '../support/stall.ts';

// What was reckoned, compared or listed stays on the table: the next few words are about it.

const clock = testClock();
const { walnut, seller } = openHousehold({ clock });

describe('a yes takes what was reckoned', () => {
  it.each([
    ['45块钱能买多少核桃', '那就按这个来'],
    ['how much is shipping to Chengdu for 1.5 kg of walnuts', 'alright do it'],
  ])('%s → %s', async (asked, agreed) => {
    const buyer = await newBuyer(walnut);
    const told = await hears(buyer, asked, '1.5 kg');
    expect(told.buttons.flat().map(({ label }) => label)).toContain('✅ Take 1.5 kg ¥45');
    await hears(buyer, agreed, 'Walnut 1.5 kg · ¥45');
  });

  it('and no other words do', async () => {
    const buyer = await newBuyer(walnut);
    await hears(buyer, '45块钱能买多少核桃', 'buys at most');
    const answer = await hears(buyer, '那几天能到', /./u);
    expect(answer.text).not.toContain('Please check');
  });

  it('with a card in sight a yes is one to the card', async () => {
    const buyer = await withCard(await newBuyer(walnut));
    const asked = buyer.says('how much is shipping to Chengdu for 3 kg of walnuts');
    const answer = await buyer.waitsFor('3 kg', { after: asked });
    expect(answer.buttons.flat().some(({ label }) => label.includes('Take 3 kg'))).toBe(false);
  });
});

describe('two goods that were compared', () => {
  it.each([
    ['核桃跟红枣哪个好些呀，纠结', '那各来一斤吧，不纠结了'],
    ['核桃和红枣送人哪个更合适', '那就一样一斤'],
  ])('are both told, and both can be had: %s → %s', async (asked, said) => {
    await putsOnSale(walnut, seller, '红枣 16元一斤 有100斤');
    const buyer = await newBuyer(walnut);
    const told = await hears(buyer, asked, 'Walnut');
    expect(told.text).toContain('Jujube');
    const card = await hears(buyer, said, 'Please check');
    expect(card.text).toContain('Walnut 500 g · ¥15');
    expect(card.text).toContain('Jujube 500 g · ¥16');
  });
});

describe('a list that was shown', () => {
  it('is ordered from by its numbers', async () => {
    await putsOnSale(walnut, seller, '核桃仁 42元一斤 有100斤');
    const buyer = await newBuyer(walnut);
    const listed = await hears(buyer, '核桃有哪几种', /./u);
    const [, second = ''] = listed.buttons.flat().map(({ label }) => label);
    const card = await hears(buyer, '2号的要三斤', 'Please check');
    expect(card.text).toContain('1.5 kg');
    expect(card.text).toContain(second.includes('42') || second.includes('84') ? '¥126' : '¥45');
  });
});

describe('the goods of a question that is passed on', () => {
  it('stay on the table', async () => {
    const buyer = await newBuyer(walnut);
    await hears(buyer, '天热 核桃搁家里能放多久不坏', 'Shall I ask');
    await hears(buyer, '那给我三斤吧', 'Walnut 1.5 kg · ¥45');
  });
});

it.each(['有多少拿多少吧', "ok I'll take whatever you have"])('all that is left: %s', async (said) => {
  const buyer = await newBuyer(walnut);
  await hears(buyer, '核桃还有没有', 'Walnut');
  await hears(buyer, said, 'Walnut 100 kg');
});
