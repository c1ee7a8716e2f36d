import { type DemoHousehold, expressFree, pack, pickup, product, sold } from '../household.ts';

export const zhang: DemoHousehold = {
  name: '张蜂家',
  nameEn: 'Zhang the beekeeper',
  story: '后山养了六十箱蜂。',
  storyEn: 'Sixty hives on the hill behind the village.',
  pickupPlace: '后山路口',
  ways: [expressFree, pickup],
  products: [
    product(
      'honey',
      ['枣花蜜', 'Date-blossom honey'],
      ['枣花开的时候取的蜜，色深。', 'Taken when the date trees bloom; dark in colour.'],
      6800,
      25_000,
      {
        unit: sold('罐', 500),
        packs: [pack(500, 6800), pack(1_000, 13_000)],
        harvestedDaysAgo: 120,
      },
    ),
    product(
      'honey-light',
      ['荆条蜜', 'Vitex honey'],
      ['山上荆条花的蜜，色浅。', 'From the shrubs on the hill; light in colour.'],
      5800,
      20_000,
      { unit: sold('罐', 500), packs: [pack(500, 5800)], harvestedDaysAgo: 130 },
    ),
    product(
      'sunflower',
      ['葵花籽', 'Sunflower seeds'],
      ['生瓜子，自己炒着吃。', 'Raw seeds to roast at home.'],
      900,
      50_000,
      { harvestedDaysAgo: 70 },
    ),
  ],
};
