import { fileURLToPath } from 'node:url';
import { LEFT_OUT, routeOf } from './routes.ts';
import type { BrowserVisitor, Language } from './visitor.ts';

const picture = (name: string): string =>
  fileURLToPath(new URL(`../../prisma/demo/pictures/${name}.jpg`, import.meta.url));

/** Shows the screen under this name. */
type Keep = (name: string) => Promise<void>;

const words = {
  zh: {
    address: '王芳 13800001234 太原市迎泽区桃园路1号',
    walnuts: '薄皮核桃 5斤',
    two: '来三袋小米和两斤半红枣',
    search: '蜂蜜',
    nothing: '花生',
    unknown: '天上有没有云',
    offer: '新核桃 16元一斤 有300斤',
    eggs: '柴鸡蛋 1块5一枚 有200枚',
    weight: '称重 3.9斤',
    question: '发票能开吗',
  },
  en: {
    address: 'Jane Park, 13800001234, 1 Taoyuan Road, Yingze District, Taiyuan, Shanxi',
    walnuts: 'thin-shelled walnuts 2.5 kg',
    two: '2 kg millet and 1 kg dates',
    search: 'honey',
    nothing: 'peanuts',
    unknown: 'is the sky blue',
    offer: 'new walnuts 16 yuan/jin, 300 jin',
    eggs: 'free range eggs 1.5 yuan each, 200 eggs',
    weight: '3.9 jin',
    question: 'can I get an invoice',
  },
} as const satisfies Record<Language, Record<string, string>>;

/** Taps every kind of button that was not tapped yet, wherever it leads, until there is none or `most` were tapped. */
export async function wander(
  who: BrowserVisitor,
  keep: Keep,
  known: Set<string>,
  side: string,
  most: number,
): Promise<void> {
  for (let step = 0; step < most; step += 1) {
    const fresh = (await who.actions()).filter((one) => !known.has(routeOf(one)) && !LEFT_OUT.test(one));
    const next = fresh.at(0);
    if (!next) return;
    known.add(routeOf(next));
    if (await who.taps(next)) await keep(`${side}-${routeOf(next).replaceAll(/[^\w]+/g, '-')}`);
  }
}

/** What a buyer sees, from the first screen to an order and back. */
export async function walkAsBuyer(who: BrowserVisitor, keep: Keep): Promise<void> {
  const say = words[who.language];
  await who.settles();
  await keep('buyer-home');
  await who.taps('browse/');
  await keep('buyer-browse');
  await who.taps('product/');
  await keep('buyer-product');
  await who.says(say.search);
  await keep('buyer-search');
  await who.says(say.nothing);
  await keep('buyer-nothing-found');
  await who.says(say.walnuts);
  await keep('buyer-address-asked');
  await who.says(say.address);
  await keep('buyer-card');
  await who.taps('confirm/');
  await keep('buyer-placed');
  await who.taps('order/');
  await keep('buyer-order');
  await who.says(say.two);
  await keep('buyer-question');
  for (const command of ['cart', 'orders', 'live', 'follows', 'me', 'addresses', 'help', 'search']) {
    await who.says(`/${command}`);
    await keep(`buyer-${command}`);
  }
  await who.says(say.unknown);
  await keep('buyer-not-understood');
  await who.says('/person');
  await keep('buyer-person');
  const known = new Set<string>();
  await who.says('/start');
  await wander(who, keep, known, 'buyer', 40);
  for (const command of ['me', 'orders', 'browse', 'addresses']) {
    await who.says(`/${command}`);
    await wander(who, keep, known, 'buyer', 15);
  }
}

/** What a seller sees: joining, posting, an order, the day. */
export async function walkAsSeller(who: BrowserVisitor, keep: Keep): Promise<void> {
  const say = words[who.language];
  await who.page.locator('#text:not(:empty)').waitFor();
  await keep('seller-join');
  await who.page.locator('#open').click();
  await who.settles();
  await keep('seller-home');
  await who.sends(picture('walnuts'), say.offer);
  await keep('seller-draft');
  await who.taps('publish/');
  await keep('seller-published');
  await who.sends(picture('eggs'), say.eggs);
  await keep('seller-draft-eggs');
  await who.taps('publish');
  await keep('seller-published-eggs');
  for (const command of [
    'products',
    'orders',
    'pack',
    'sales',
    'delivery',
    'shop',
    'helpers',
    'live',
    'help',
  ]) {
    await who.says(`/${command}`);
    await who.page.waitForTimeout(command === 'sales' ? 1_500 : 0);
    await keep(`seller-${command}`);
  }
  await who.says('/orders');
  await who.taps('sale/');
  await keep('seller-order');
  await who.taps('accept/');
  await keep('seller-order-accepted');
  if (await who.taps('weigh/')) {
    await keep('seller-weigh');
    await who.says(say.weight);
    await keep('seller-weighed');
  }
  const known = new Set<string>(['language/zh', 'language/en']);
  for (const command of ['start', 'orders', 'products', 'shop', 'delivery', 'helpers']) {
    await who.says(`/${command}`);
    await wander(who, keep, known, 'seller', 25);
  }
}

/** What somebody of the village office sees. */
export async function walkAsOffice(who: BrowserVisitor, keep: Keep): Promise<void> {
  await who.page.locator('#text:not(:empty)').waitFor();
  await keep('office-join');
  await who.page.locator('#open').click();
  await who.settles();
  await keep('office-joined');
  await who.says('/office');
  await keep('office-today');
  const known = new Set<string>(['language/zh', 'language/en', 'home']);
  for (let round = 0; round < 3; round += 1) {
    await who.says('/office');
    await wander(who, keep, known, 'office', 12);
  }
}
