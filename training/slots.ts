import type { Random } from './random.ts';
import type { Language, Scene } from './values.ts';
import * as values from './values.ts';

const pick = <T>(random: Random, list: readonly T[]): T => list[Math.floor(random() * list.length)] as T;

/** Tags of slots that stand for more than one role of the trial's frames. */
const tagsOf: Readonly<Record<string, string>> = { '': 'X', CL: 'C', CR: 'C', '1B': 'QR' };

/** Words for a slot, and the tag of what they say. */
export function fillSlot(
  role: string,
  type: string,
  scene: Scene,
  goods: Record<Language, readonly string[]>,
): { text: string; tag: string } {
  if (role === 'P') return { text: named(scene, goods), tag: 'P' };
  if (role === 'G' || type === 'G') return { text: named(scene, goods), tag: 'G' };
  if (role === 'PA' || role === 'PB') return { text: code(scene), tag: 'P' };
  if (role === '1B') return { text: scene.container, tag: 'QR' };
  return { text: quantity(type, scene), tag: tagsOf[role] ?? role };
}

function named({ random, language }: Scene, goods: Record<Language, readonly string[]>): string {
  const name = pick(random, goods[language]);
  const roll = random();
  if (roll > 1 - VARIETIES) return `${varietyFor(random, language)}${name}`;
  if (language === 'en')
    return roll < 0.1
      ? `${pick(random, ['fresh', 'dried', 'wild', 'organic', 'small', 'big', 'new', 'sweet'])} ${name}`
      : name;
  return roll < 0.1
    ? `${pick(random, ['新鲜', '土', '大', '小', '干', '野生', '自家', '农家', '散养', '手工', '老', '新', '甜', '红', '白', '黑', '有机', '山'])}${name}`
    : name;
}

/** How often goods are named with the words that say which kind of them is meant. */
const VARIETIES = 0.12;

/** 五常大米, 原味的牛肉酱, 老干妈那种辣酱: such words belong to the name. */
function varietyFor(random: Random, language: Language): string {
  const { places, tastes, makers, years, english } = varieties;
  if (language === 'en') return `${pick(random, english)} `;
  const roll = random();
  if (roll < 0.35) return pick(random, places);
  if (roll < 0.6) return pick(random, tastes) + pick(random, ['', '', '的', '的']);
  if (roll < 0.75) return pick(random, makers) + pick(random, ['', '', '那种', '嗰种', '牌']);
  if (roll < 0.9) return pick(random, years) + pick(random, ['', '的', '']);
  return pick(random, tastes) + pick(random, ['的那种', '那种', '的那个']);
}

const varieties = {
  places:
    '五常 烟台 若羌 和田 沁州 文山 郫县 汉源 长山 赣南 洛川 盘锦 阳澄湖 新会 丹棱 攀枝花 大凉山 长白山 云南 东北 山西 宁夏 本地 金华 宣威 平遥 清徐 信阳 安溪'.split(
      ' ',
    ),
  tastes:
    '原味 五香 麻辣 香辣 微辣 蒜香 奶油 椒盐 甜 咸 酸甜 无糖 广味 川味 脱壳 带壳 去核 生 熟 炒 烟熏 手工 老 嫩 红皮 白皮 薄皮 黑 小 大'.split(
      ' ',
    ),
  makers: '老干妈 李锦记 海天 王守义 张婶家 老陈家 六必居 鹃城 稻香村 三只松鼠'.split(' '),
  years: '十年 三年陈 五年 陈年 今年新 去年 头茬 三年 当季 二十年'.split(' '),
  english: [
    'spicy',
    'unsalted',
    'salted',
    'roasted',
    'smoked',
    'raw',
    'black',
    'white',
    'red',
    'small',
    'big',
    'large',
    'sugar-free',
    'thin-skinned',
    'old',
    'ten-year',
    'sticky',
    'long-grain',
    'Sichuan',
    'Yunnan',
    'wuchang',
    'shelled',
    'sour',
    'hot',
    'plain',
  ],
} as const;

function code({ random, language }: Scene): string {
  const n = 1 + Math.floor(random() * 20);
  const letter = pick(random, ['A', 'B', 'C', 'a', 'A', 'D']);
  return language === 'en'
    ? pick(random, [`${letter}${n}`, `item ${n}`, `link ${n}`, `no. ${n}`, `#${n}`, `no ${n}`])
    : pick(random, [
        `${letter}${n}`,
        `${n}号链接`,
        `${n}号`,
        `${n}号`,
        `${values.han(n, false)}号`,
        `链接${n}`,
      ]);
}

function quantity(type: string, scene: Scene): string {
  const { random, language } = scene;
  const [, size, counted] = COUNTED.exec(type) ?? [];
  if (size && counted) return countedIn(scene, size, counted);
  switch (type) {
    case 'Q':
      return any(scene);
    case 'W':
    case 'CW':
      return values.weight(type === 'W' ? scene : { ...scene, isLarge: false });
    case 'B':
      return values.boxes(scene);
    case 'N':
      return values.piecesOf({ ...scene });
    case 'N2':
      return values.piecesOf({ ...scene, isLarge: false });
    case 'V':
      return values.volume(scene);
    case 'd':
      return values.numeral(random, values.count(random, scene.isLarge), language === 'zh' ? 'en' : language);
    case '~d':
      return pick(random, ['5-6', '几', '10多']);
    case 'K':
      return `${values.numeral(random, 1 + Math.floor(random() * 6), 'zh')}块`;
    case '~Q':
    case '~N':
      return values.vague(scene, type.slice(1));
    case '1W':
      return language === 'zh'
        ? pick(random, ['一斤', '一斤', '1斤', '一公斤', '每斤', '1kg', '一两'])
        : pick(random, ['1 kg', '1 jin', 'a jin', 'a kilo', 'one kilo']);
    case '1N':
      return language === 'zh'
        ? `${pick(random, ['一', '一', '1', '每'])}${values.unitOfPieces(scene)}`
        : pick(random, [
            'a piece',
            'each',
            'one piece',
            'a head',
            'a pair',
            'one leg',
            'one wheel',
            '1 piece',
            'one block',
          ]);
    case '1B':
      return language === 'zh'
        ? `${pick(random, ['一', '一', '1', '每'])}${scene.container}`
        : `a ${scene.container}`;
    case 'aW':
      return `a ${values.unitOfWeight(scene)}`;
    case 'UW':
      return values.unitOfWeight(scene);
    case 'UB':
      return scene.container;
    case 'UN':
    case 'U':
      return values.unitOfPieces(scene);
    case 'each':
      return pick(random, ['each', 'apiece', 'each', 'a piece']);
    case '$':
      return values.money(scene);
    case '$n':
      return values.bareMoney(scene);
    case '~$':
      return pick(random, ['几块', '十几块', '三四块', '二三十块', '5-6元', '十来块']);
    case 'WxB':
      return packs(scene);
    case 'x':
      return language === 'en' ? `${1 + Math.floor(random() * 6)}x` : '';
    default:
      return values.weight(scene);
  }
}

/** `2瓶`: a small number of just that container, `5箱` any number. */
const COUNTED = /^([25])(\p{L}+)$/u;

function countedIn({ random, language }: Scene, size: string, unit: string): string {
  const n =
    size === '2'
      ? pick(random, [2, 3, 4, 6, 8, 10, 12, 15, 20, 24, 30])
      : values.count(random, random() < 0.7);
  return `${values.numeral(random, n, language)}${language === 'en' ? ' ' : ''}${unit}`;
}

function any(scene: Scene): string {
  const roll = scene.random();
  if (roll < 0.5) return values.weight(scene);
  if (roll < 0.75)
    return values.boxes({
      ...scene,
      container: scene.random() < 0.6 ? values.containerFor(scene.random, scene.language) : scene.container,
    });
  return roll < 0.95 ? values.piecesOf(scene) : values.volume(scene);
}

function packs(scene: Scene): string {
  const n = pick(scene.random, [2, 3, 4, 5, 6, 10, 12]);
  const one = pick(scene.random, ['500g', '250g', '100克', '500ml', '1kg', '200g', '2斤', '半斤', '250ml']);
  const sign = pick(scene.random, ['*', 'x', '×', 'X']);
  return scene.random() < 0.5 && scene.language === 'en'
    ? `${n}${sign}${one}`
    : `${one}${sign}${n}${scene.language === 'zh' && scene.random() < 0.5 ? pick(scene.random, ['袋', '包', '瓶', '盒']) : ''}`;
}
