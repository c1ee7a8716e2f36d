import { expect, it } from 'vitest';
import { testClock } from '../support/clock.ts';
import { openHousehold } from '../support/household.ts';
import { hears, newBuyer, putsOnSale } from '../support/stall.ts';

// What families have done with their goods and their shop, said in sentences.

const clock = testClock();
const { walnut, seller } = openHousehold({ clock });
const db = () => walnut.database.db;

const says = (words: string, answer: string | RegExp) => hears(seller, words, answer);
const product = (title: string) => db().product.findFirstOrThrow({ where: { title } });

it('keeps a sentence with the goods, behind what is written there, and takes it back', async () => {
  await putsOnSale(walnut, seller, '手掰笋干 52元一斤 有25斤');
  await says('手掰笋干加一句介绍：山泉水泡的，没熏硫磺', '现在：「山泉水泡的，没熏硫磺」');
  await says('给手掰笋干写上：太阳晒干', '原来：「山泉水泡的，没熏硫磺」');
  expect(await product('手掰笋干')).toMatchObject({ blurb: '山泉水泡的，没熏硫磺。太阳晒干' });
  await seller.taps('撤销');
  expect(await product('手掰笋干')).toMatchObject({ blurb: '山泉水泡的，没熏硫磺' });
});

it('sets the day of the harvest, and answers a buyer with it', async () => {
  await putsOnSale(walnut, seller, '头茬紫苏叶 15元一斤 有45斤');
  await says('头茬紫苏叶是10月8号收的，写上去', '10月8日');
  const buyer = await newBuyer(walnut);
  await hears(buyer, '头茬紫苏叶', 'Harvested 8 October');
});

it('keeps the story of the shop', async () => {
  await says('店铺介绍帮我写上：三代人种花椒树，从来不打除草剂', '现在：「三代人种花椒树，从来不打除草剂」');
  await says('/shop', '三代人种花椒树，从来不打除草剂');
  await says('我家的故事就写：五口人养蜂', '改成：「五口人养蜂」');
  await says('/shop', '三代人种花椒树，从来不打除草剂');
  await says('店铺介绍写上：不用除草剂', '要改吗');
  await seller.taps('✅ 对，改');
  await says('/shop', '从来不打除草剂。不用除草剂');
});

it('asks before the text of goods is replaced', async () => {
  await putsOnSale(walnut, seller, '晒干槐花 33元一斤 有12斤');
  await says('晒干槐花加一句介绍：五月采的', '现在：「五月采的」');
  await says('晒干槐花介绍改成：太阳晒的', '改成：「太阳晒的」');
  expect(await product('晒干槐花')).toMatchObject({ blurb: '五月采的' });
  await says('对', '现在：「太阳晒的」');
  expect(await product('晒干槐花')).toMatchObject({ blurb: '太阳晒的' });
});

it('asks whether one price follows another where it may only be told', async () => {
  await putsOnSale(walnut, seller, '红小豆 8元一斤 有40斤');
  await putsOnSale(walnut, seller, '绿小豆 9元一斤 有40斤');
  await says('现在红小豆跟绿小豆一个价', '要改成跟 绿小豆 一样');
  expect(await product('红小豆')).toMatchObject({ price: 800 });
  await says('对', '红小豆');
  await says('红小豆以后跟绿小豆一个价', '现在就是一个价');
});

it('asks whether a photo with another price is of what is on sale, and makes no second one', async () => {
  await putsOnSale(walnut, seller, '干薰衣草 44元一斤 有20斤');
  await seller.waitsFor('您已经在卖', {
    after: await seller.sendsPhoto({ caption: '干薰衣草，现在47元一斤' }),
  });
  await seller.taps('✅ 是它：换照片，改成 ¥47/斤');
  await seller.waitsFor('→ ¥47/斤');
  expect(await db().product.count({ where: { title: '干薰衣草' } })).toBe(1);
  expect(await product('干薰衣草')).toMatchObject({ price: 4_700 });
});

it('puts each grade of a fruit on sale by itself', async () => {
  seller.says('黑布林干大个的18一斤，小个的12一斤，各有40斤');
  await seller.waitsFor('黑布林干（大个）');
  await seller.waitsFor('黑布林干（小个）');
  expect(await db().product.count({ where: { title: { startsWith: '黑布林干' } } })).toBe(2);
});
