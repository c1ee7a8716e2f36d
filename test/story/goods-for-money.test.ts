import { expect, it } from 'vitest';
import { testClock } from '../support/clock.ts';
import { openHousehold } from '../support/household.ts';
import { hears, newBuyer } from '../support/stall.ts';

// 来四十五块钱的核桃: how much that is, by the price.

const clock = testClock();
const { walnut } = openHousehold({ clock });

it.each(['给我来四十五块钱的核桃', '核桃给我称45块钱的', "walnuts, 45 yuan's worth please"])(
  'stands on the card where it comes out even: %s',
  async (said) => {
    const buyer = await newBuyer(walnut);
    await hears(buyer, said, 'Walnut 1.5 kg · ¥45');
  },
);

it('proposes the nearest below where it does not', async () => {
  const buyer = await newBuyer(walnut);
  const told = await hears(buyer, '来五十块钱的核桃', 'buys at most');
  expect(told.text).toContain('1.65 kg');
  await hears(buyer, '好的', 'Walnut 1.65 kg · ¥49.50');
});

it('keeps what is ordered beside it', async () => {
  const buyer = await newBuyer(walnut);
  const card = await hears(buyer, '来45块钱的核桃 李兰 13800005678 成都市锦江区东大街8号', 'Please check');
  expect(card.text).toContain('Walnut 1.5 kg · ¥45');
  expect(card.text).toContain('东大街8号');
});

it.each([
  '刚才来的四十五块钱的核桃坏了',
  '我拿四十五块的核桃换',
  '来四十五块钱的核桃，算了',
  'give me 45 yuan discount on walnuts',
  'I need 45 yuan of my money back for the walnuts',
])('orders nothing that is complained of, taken back or asked: %s', async (said) => {
  const buyer = await newBuyer(walnut);
  const answer = await hears(buyer, said, /./u);
  expect(answer.text).not.toContain('1.5 kg · ¥45');
});

it.each(['核桃不要五十块钱的那种', '有没有五十块钱的核桃', '核桃要五十块吗'])(
  'orders nothing by a price: %s',
  async (said) => {
    const buyer = await newBuyer(walnut);
    const answer = await hears(buyer, said, /./u);
    expect(answer.text).not.toContain('Please check');
  },
);
