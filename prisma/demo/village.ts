import { DEMO_SLUG } from '../../src/shop/sellers/villages.ts';
import type { Measure } from '../../src/shop/values/quantity.ts';

// The village that a newcomer finds: invented people, true and modest words.

export const demoVillage = {
  slug: DEMO_SLUG,
  name: '岭头村',
  nameEn: 'Lingtou',
  county: '汾阳市',
  countyEn: 'Fenyang',
  province: '山西省',
  provinceEn: 'Shanxi',
  story: '岭头村在吕梁山脚下，一百多户人家种核桃、谷子，也养蜂。',
  storyEn:
    'Lingtou lies at the foot of the Lüliang hills. A hundred families grow walnuts and millet and keep bees.',
  currency: 'CNY',
  timeZone: 'Asia/Shanghai',
} as const;

/** A way in which a seller's goods travel; amounts in fen. */
interface DemoWay {
  readonly way: 'pickup' | 'courier' | 'express';
  readonly fee: number;
  readonly freeFrom: number | null;
}

const expressFree: DemoWay = { way: 'express', fee: 0, freeFrom: null };
const pickup: DemoWay = { way: 'pickup', fee: 0, freeFrom: null };

export interface DemoSeller {
  readonly key: string;
  readonly name: string;
  readonly nameEn: string;
  readonly story: string;
  readonly storyEn: string;
  readonly pickupPlace: string;
  readonly ways: readonly DemoWay[];
}

export const demoSellers: readonly DemoSeller[] = [
  {
    key: 'wang',
    name: '王秀英家',
    nameEn: 'Wang Xiuying',
    story: '种核桃三十年，院里就晒场。',
    storyEn: 'Thirty years of walnuts, dried in the yard.',
    pickupPlace: '村口第一家',
    ways: [expressFree, pickup],
  },
  {
    key: 'li',
    name: '李建国家',
    nameEn: 'Li Jianguo',
    story: '旱地种谷子，石碾去壳。',
    storyEn: 'Millet from dry fields, hulled on a stone mill.',
    pickupPlace: '碾坊旁边',
    ways: [
      { way: 'express', fee: 800, freeFrom: 9_900 },
      { way: 'courier', fee: 300, freeFrom: null },
      pickup,
    ],
  },
  {
    key: 'zhang',
    name: '张蜂家',
    nameEn: 'Zhang the beekeeper',
    story: '后山养了六十箱蜂。',
    storyEn: 'Sixty hives on the hill behind the village.',
    pickupPlace: '后山路口',
    ways: [expressFree, pickup],
  },
  {
    key: 'zhao',
    name: '赵大娘家',
    nameEn: 'Auntie Zhao',
    story: '散养的鸡，自己晒的柿饼。',
    storyEn: 'Hens that roam, persimmons dried at home.',
    pickupPlace: '大槐树下',
    ways: [expressFree, pickup],
  },
  {
    key: 'liu',
    name: '刘家醋坊',
    nameEn: 'Liu’s vinegar yard',
    story: '祖辈传下来的小醋坊。',
    storyEn: 'A small vinegar yard, handed down.',
    pickupPlace: '醋坊门口',
    ways: [expressFree, pickup],
  },
  {
    key: 'sun',
    name: '孙家果园',
    nameEn: 'Sun’s orchard',
    story: '坡上的枣树和苹果树。',
    storyEn: 'Dates and apples on the slope.',
    pickupPlace: '果园小屋',
    ways: [expressFree, pickup],
  },
];

export interface DemoProduct {
  readonly seller: string;
  readonly title: string;
  readonly titleEn: string;
  readonly blurb: string;
  readonly blurbEn: string;
  readonly measure: Measure;
  /** Fen for `per` base units. */
  readonly price: number;
  readonly per: number;
  readonly packs: readonly { readonly quantity: number; readonly price: number | null }[];
  /** Base units. */
  readonly stock: number;
  readonly harvestedDaysAgo: number | null;
  readonly status: 'on-sale' | 'paused';
  /** A file in `pictures`. */
  readonly picture: string;
}

const jin = (count: number, price: number | null = null) => ({ quantity: count * 500, price });

type Terms = Partial<Pick<DemoProduct, 'packs' | 'status' | 'harvestedDaysAgo' | 'measure' | 'per'>>;

/** Sold by the 斤 in packs of 1, 5 and 10, unless it says otherwise. */
function product(
  seller: string,
  picture: string,
  [title, titleEn]: readonly [string, string],
  [blurb, blurbEn]: readonly [string, string],
  price: number,
  stock: number,
  terms: Terms = {},
): DemoProduct {
  const usual = {
    measure: 'MASS',
    per: 500,
    packs: [jin(1), jin(5), jin(10)],
    harvestedDaysAgo: null,
    status: 'on-sale',
  } as const;
  return { seller, title, titleEn, blurb, blurbEn, price, stock, picture, ...usual, ...terms };
}

export const demoProducts: readonly DemoProduct[] = [
  product(
    'wang',
    'walnuts',
    ['薄皮核桃', 'Thin-shelled walnuts'],
    ['今年的核桃，两个手一捏就开。', 'This year’s walnuts; two in one hand crack each other.'],
    1500,
    250_000,
    {
      harvestedDaysAgo: 60,
      packs: [jin(1), jin(5, 7200), jin(10, 14_000), { quantity: 50_000, price: 130_000 }],
    },
  ),
  product(
    'wang',
    'kernels',
    ['核桃仁', 'Walnut kernels'],
    ['自己砸的仁，整瓣多。', 'Cracked by hand, mostly in halves.'],
    4200,
    30_000,
    { harvestedDaysAgo: 60 },
  ),
  product(
    'wang',
    'buckwheat',
    ['荞麦面', 'Buckwheat flour'],
    ['石磨磨的面，做凉粉、河捞都行。', 'Stone-ground; for noodles and jelly.'],
    600,
    80_000,
    { harvestedDaysAgo: 45 },
  ),
  product(
    'li',
    'millet',
    ['黄小米', 'Yellow millet'],
    ['旱地谷子，熬粥出油。', 'From dry fields; cooks into a thick porridge.'],
    800,
    200_000,
    { harvestedDaysAgo: 50, packs: [jin(1), jin(5), jin(10, 7500)] },
  ),
  product(
    'li',
    'soybeans',
    ['黄豆', 'Soybeans'],
    ['打豆浆、做豆腐都合适。', 'For soy milk and tofu.'],
    500,
    100_000,
    { harvestedDaysAgo: 40 },
  ),
  product(
    'li',
    'mungbeans',
    ['绿豆', 'Mung beans'],
    ['颗粒小，好煮开。', 'Small beans that cook soft.'],
    700,
    60_000,
    { harvestedDaysAgo: 55 },
  ),
  product(
    'li',
    'potatoes',
    ['土豆', 'Potatoes'],
    ['沙地土豆，蒸着吃面。', 'From sandy soil; floury when steamed.'],
    180,
    400_000,
    { harvestedDaysAgo: 30, packs: [jin(5), jin(10), jin(20)] },
  ),
  product(
    'zhang',
    'honey',
    ['枣花蜜', 'Date-blossom honey'],
    ['枣花开的时候取的蜜，色深。', 'Taken when the date trees bloom; dark in colour.'],
    6800,
    25_000,
    {
      packs: [
        { quantity: 500, price: 6800 },
        { quantity: 1_000, price: 13_000 },
      ],
      harvestedDaysAgo: 120,
    },
  ),
  product(
    'zhang',
    'honey-light',
    ['荆条蜜', 'Vitex honey'],
    ['山上荆条花的蜜，色浅。', 'From the shrubs on the hill; light in colour.'],
    5800,
    20_000,
    { packs: [{ quantity: 500, price: 5800 }], harvestedDaysAgo: 130 },
  ),
  product(
    'zhang',
    'sunflower',
    ['葵花籽', 'Sunflower seeds'],
    ['生瓜子，自己炒着吃。', 'Raw seeds to roast at home.'],
    900,
    50_000,
    { harvestedDaysAgo: 70 },
  ),
  product(
    'zhao',
    'eggs',
    ['土鸡蛋', 'Farm eggs'],
    ['院里散养的鸡下的蛋，三十枚一箱。', 'From hens that roam the yard; thirty to a box.'],
    4500,
    600,
    {
      measure: 'COUNT',
      per: 30,
      packs: [
        { quantity: 30, price: 4500 },
        { quantity: 60, price: 8800 },
      ],
    },
  ),
  product(
    'zhao',
    'persimmons',
    ['柿饼', 'Dried persimmons'],
    ['挂霜的柿饼，晒了四十天。', 'Sugared by frost, dried for forty days.'],
    1800,
    40_000,
    { harvestedDaysAgo: 20 },
  ),
  product(
    'zhao',
    'noodles',
    ['手工挂面', 'Hand-pulled noodles'],
    ['和面、拉面、晾面都在院里。', 'Mixed, pulled and dried in the yard.'],
    900,
    30_000,
  ),
  product(
    'zhao',
    'pickles',
    ['腌萝卜', 'Pickled radish'],
    ['一年腌一缸，卖完等明年。', 'One jar a year; when it is gone it is gone.'],
    700,
    0,
  ),
  product(
    'liu',
    'vinegar',
    ['陈醋', 'Aged vinegar'],
    ['高粱酿的醋，晒了三年。', 'Brewed from sorghum, aged for three years.'],
    1200,
    150_000,
    {
      measure: 'VOLUME',
      packs: [
        { quantity: 500, price: 1200 },
        { quantity: 2_500, price: 5500 },
      ],
    },
  ),
  product(
    'liu',
    'vinegar-white',
    ['米醋', 'Rice vinegar'],
    ['拌凉菜的醋，酸得清。', 'For cold dishes; a clear sourness.'],
    800,
    100_000,
    { measure: 'VOLUME', packs: [{ quantity: 500, price: 800 }] },
  ),
  product(
    'sun',
    'dates',
    ['红枣', 'Red dates'],
    ['坡地的枣，晒干装袋。', 'From the slope, dried and bagged.'],
    1600,
    120_000,
    { harvestedDaysAgo: 35, packs: [jin(1), jin(5, 7800)] },
  ),
  product(
    'sun',
    'apples',
    ['苹果', 'Apples'],
    ['套袋的富士，有大有小。', 'Bagged Fuji, large and small.'],
    450,
    300_000,
    { harvestedDaysAgo: 25, packs: [jin(5), jin(10), jin(20, 8600)] },
  ),
  product(
    'sun',
    'pears',
    ['酥梨', 'Crisp pears'],
    ['水多，怕碰，包得严实。', 'Juicy and tender; packed with care.'],
    400,
    3_000,
    { harvestedDaysAgo: 28, packs: [jin(2), jin(5)] },
  ),
  product(
    'sun',
    'hawthorn',
    ['山楂干', 'Dried hawthorn'],
    ['切片晒干，泡水熬汤。', 'Sliced and dried, for tea and soup.'],
    1400,
    15_000,
    { harvestedDaysAgo: 30, status: 'paused' },
  ),
];
