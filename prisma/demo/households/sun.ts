import { type DemoHousehold, expressFree, jin, pickup, product } from '../household.ts';

export const sun: DemoHousehold = {
  name: '孙家果园',
  nameEn: 'Sun’s orchard',
  story: '坡上的枣树和苹果树。',
  storyEn: 'Dates and apples on the slope.',
  pickupPlace: '果园小屋',
  ways: [expressFree, pickup],
  products: [
    product(
      'dates',
      ['红枣', 'Red dates'],
      ['坡地的枣，晒干装袋。', 'From the slope, dried and bagged.'],
      1600,
      120_000,
      { harvestedDaysAgo: 35, packs: [jin(1), jin(5, 7800)] },
    ),
    product(
      'apples',
      ['苹果', 'Apples'],
      ['套袋的富士，有大有小。', 'Bagged Fuji, large and small.'],
      450,
      300_000,
      { harvestedDaysAgo: 25, packs: [jin(5), jin(10), jin(20, 8600)] },
    ),
    product(
      'pears',
      ['酥梨', 'Crisp pears'],
      ['水多，怕碰，包得严实。', 'Juicy and tender; packed with care.'],
      400,
      3_000,
      { harvestedDaysAgo: 28, packs: [jin(2), jin(5)] },
    ),
    product(
      'hawthorn',
      ['山楂干', 'Dried hawthorn'],
      ['切片晒干，泡水熬汤。', 'Sliced and dried, for tea and soup.'],
      1400,
      15_000,
      { harvestedDaysAgo: 30, status: 'paused' },
    ),
  ],
};
