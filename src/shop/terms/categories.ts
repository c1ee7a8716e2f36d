/** The shelves of the shop, with the words that put a product on one; the first that fits counts. */
const shelves = {
  nuts: /核桃|胡桃|花生|瓜子|葵花|杏仁|榛子|板栗|栗子|walnut|peanut|almond|seed|nut/,
  honey: /蜂蜜|蜜|honey/,
  grains: /小米|粟|荞麦|莜|面|米|麦|豆|玉米|粉|millet|buckwheat|flour|noodle|rice|oat|bean|corn/,
  eggs: /蛋|鸡|鸭|鹅|egg|chicken|duck/,
  fruit: /枣|柿|苹果|梨|桃|杏|葡萄|山楂|date|jujube|persimmon|apple|pear|peach|grape|apricot/,
  vegetables:
    /土豆|洋芋|白菜|萝卜|葱|蒜|辣椒|番茄|蘑菇|木耳|potato|cabbage|onion|garlic|tomato|mushroom|pepper/,
  pantry: /醋|酱|油|咸菜|腌|酒|茶|糖|vinegar|sauce|oil|pickle|tea/,
} as const;

export type Category = keyof typeof shelves | 'other';

export const categories: readonly Category[] = [
  'nuts',
  'grains',
  'honey',
  'fruit',
  'eggs',
  'vegetables',
  'pantry',
  'other',
];

/** Where a product of this title stands. */
export function detectCategory(title: string): Category {
  const text = title.toLowerCase();
  return categories.find((name) => name !== 'other' && shelves[name].test(text)) ?? 'other';
}
