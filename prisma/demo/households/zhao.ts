import { type DemoHousehold, expressFree, pack, pickup, product, sold } from '../household.ts';

export const zhao: DemoHousehold = {
  name: '赵大娘家',
  nameEn: 'Auntie Zhao',
  story: '散养的鸡，自己晒的柿饼。',
  storyEn: 'Hens that roam, persimmons dried at home.',
  pickupPlace: '大槐树下',
  ways: [expressFree, pickup],
  products: [
    product(
      'eggs',
      ['土鸡蛋', 'Farm eggs'],
      ['院里散养的鸡下的蛋，三十枚一箱。', 'From hens that roam the yard; thirty to a box.'],
      4500,
      600,
      {
        measure: 'COUNT',
        unit: sold('枚', 1),
        per: 30,
        packs: [pack(30, 4500), pack(60, 8800)],
      },
    ),
    product(
      'persimmons',
      ['柿饼', 'Dried persimmons'],
      ['挂霜的柿饼，晒了四十天。', 'Sugared by frost, dried for forty days.'],
      1800,
      40_000,
      { harvestedDaysAgo: 20 },
    ),
    product(
      'noodles',
      ['手工挂面', 'Hand-pulled noodles'],
      ['和面、拉面、晾面都在院里。', 'Mixed, pulled and dried in the yard.'],
      900,
      30_000,
    ),
    product(
      'pickles',
      ['腌萝卜', 'Pickled radish'],
      ['一年腌一缸，卖完等明年。', 'One jar a year; when it is gone it is gone.'],
      700,
      0,
    ),
  ],
};
