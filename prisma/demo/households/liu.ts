import { type DemoHousehold, expressFree, pack, pickup, product, sold } from '../household.ts';

export const liu: DemoHousehold = {
  name: '刘家醋坊',
  nameEn: 'Liu’s vinegar yard',
  story: '祖辈传下来的小醋坊。',
  storyEn: 'A small vinegar yard, handed down.',
  pickupPlace: '醋坊门口',
  ways: [expressFree, pickup],
  products: [
    product(
      'vinegar',
      ['陈醋', 'Aged vinegar'],
      ['高粱酿的醋，晒了三年。', 'Brewed from sorghum, aged for three years.'],
      1200,
      150_000,
      {
        measure: 'VOLUME',
        unit: sold('瓶', 500),
        packs: [pack(500, 1200), pack(2_500, 5500)],
      },
    ),
    product(
      'vinegar-white',
      ['米醋', 'Rice vinegar'],
      ['拌凉菜的醋，酸得清。', 'For cold dishes; a clear sourness.'],
      800,
      100_000,
      { measure: 'VOLUME', unit: sold('瓶', 500), packs: [pack(500, 800)] },
    ),
  ],
};
