import { courier, type DemoHousehold, express, jin, pickup, product } from '../household.ts';

export const li: DemoHousehold = {
  name: '李建国家',
  nameEn: 'Li Jianguo',
  story: '旱地种谷子，石碾去壳。',
  storyEn: 'Millet from dry fields, hulled on a stone mill.',
  pickupPlace: '碾坊旁边',
  ways: [express(800, 9_900), courier(300), pickup],
  products: [
    product(
      'millet',
      ['黄小米', 'Yellow millet'],
      ['旱地谷子，熬粥出油。', 'From dry fields; cooks into a thick porridge.'],
      800,
      200_000,
      { harvestedDaysAgo: 50, packs: [jin(1), jin(5), jin(10, 7500)] },
    ),
    product(
      'soybeans',
      ['黄豆', 'Soybeans'],
      ['打豆浆、做豆腐都合适。', 'For soy milk and tofu.'],
      500,
      100_000,
      { harvestedDaysAgo: 40 },
    ),
    product(
      'mungbeans',
      ['绿豆', 'Mung beans'],
      ['颗粒小，好煮开。', 'Small beans that cook soft.'],
      700,
      60_000,
      { harvestedDaysAgo: 55 },
    ),
    product(
      'potatoes',
      ['土豆', 'Potatoes'],
      ['沙地土豆，蒸着吃面。', 'From sandy soil; floury when steamed.'],
      180,
      400_000,
      { harvestedDaysAgo: 30, packs: [jin(5), jin(10), jin(20)] },
    ),
  ],
};
