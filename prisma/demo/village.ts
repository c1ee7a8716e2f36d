import { DEMO_SLUG } from '../../src/shop/sellers/villages.ts';
import type { DemoHousehold } from './household.ts';
import { li } from './households/li.ts';
import { liu } from './households/liu.ts';
import { sun } from './households/sun.ts';
import { wang } from './households/wang.ts';
import { zhang } from './households/zhang.ts';
import { zhao } from './households/zhao.ts';

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

/** Their goods in this order, the newest first. */
export const demoHouseholds: readonly DemoHousehold[] = [wang, li, zhang, zhao, liu, sun];
