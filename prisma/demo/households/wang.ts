import { type DemoHousehold, expressFree, jin, pack, pickup, product } from '../household.ts';

export const wang: DemoHousehold = {
  name: '王秀英家',
  nameEn: 'Wang Xiuying',
  story: '种核桃三十年，院里就晒场。',
  storyEn: 'Thirty years of walnuts, dried in the yard.',
  pickupPlace: '村口第一家',
  ways: [expressFree, pickup],
  products: [
    product(
      'walnuts',
      ['薄皮核桃', 'Thin-shelled walnuts'],
      ['今年的核桃，两个手一捏就开。', 'This year’s walnuts; two in one hand crack each other.'],
      1500,
      250_000,
      {
        harvestedDaysAgo: 60,
        packs: [jin(1), jin(5, 7200), jin(10, 14_000), pack(50_000, 130_000)],
      },
    ),
    product(
      'kernels',
      ['核桃仁', 'Walnut kernels'],
      ['自己砸的仁，整瓣多。', 'Cracked by hand, mostly in halves.'],
      4200,
      30_000,
      { harvestedDaysAgo: 60 },
    ),
    product(
      'buckwheat',
      ['荞麦面', 'Buckwheat flour'],
      ['石磨磨的面，做凉粉、河捞都行。', 'Stone-ground; for noodles and jelly.'],
      600,
      80_000,
      { harvestedDaysAgo: 45 },
    ),
  ],
};
