import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { ProductId, SellerId } from '../../../../src/db/ids.ts';
import { fen } from '../../../../src/shop/values/money.ts';
import { household, puts, visitor } from '../../../support/goods.ts';
import type { PrivateChat } from '../../../support/telegram/interface.ts';
import type { SeenMessage } from '../../../support/telegram/phone.ts';
import { startWalnut, type Walnut } from '../../../support/walnut.ts';

let walnut: Walnut;
let wang: SellerId;
let walnuts: ProductId;
let buyer: PrivateChat;
let began: Date;

beforeAll(async () => {
  walnut = await startWalnut();
  wang = await household(walnut);
  const li = await household(walnut, '李建国家', 'Li');
  walnuts = await puts(walnut, '薄皮核桃', { titleEn: 'Thin-shelled walnuts' });
  await puts(walnut, '核桃仁', { titleEn: 'Walnut kernels', price: 4_200 });
  await puts(walnut, '小米', { titleEn: 'Millet', sellerId: li, packs: [500, 2_500] });
  await puts(walnut, '红枣', { titleEn: 'Red dates', sellerId: li, left: 2_000 });
  await puts(walnut, '黑小麦', { titleEn: 'Black wheat', sellerId: li });
  await puts(walnut, '白小麦', { titleEn: 'White wheat', sellerId: li });
  const zone = { firstGrams: 1_000, firstFee: 800, stepGrams: 1_000, stepFee: 200 };
  const zones = [
    { provinces: ['广东'], ...zone, firstFee: 1_500 },
    { provinces: [], ...zone },
  ];
  await walnut.database.db.shippingMethod.create({
    data: { sellerId: wang, way: 'express', isOn: true, fee: fen(0), freeFrom: fen(20_000), zones },
  });
});

afterAll(() => walnut.stop());

beforeEach(async () => {
  began = new Date();
  buyer = await visitor(walnut);
});

/** Does something and resolves with what is said after it. */
async function then(act: () => unknown, words: string | RegExp): Promise<SeenMessage> {
  const after = buyer.last();
  await act();
  return buyer.waitsFor(words, { after });
}

const labels = (): string[] => buyer.buttons().flat();
/** What this buyer has in the cart, in the order in which it came. */
const inCart = async () => {
  const lines = await walnut.database.db.cartLine.findMany({
    where: { addedAt: { gte: began } },
    orderBy: { addedAt: 'asc' },
    include: { product: true },
  });
  return lines.map(({ product, quantity }) => [product.title, quantity]);
};

describe('an order in words', () => {
  it('takes the plain name for the goods themselves, not for what is made of them', async () => {
    await then(() => buyer.says('核桃5斤'), '姓名、电话、地址');
    expect(await inCart()).toEqual([['薄皮核桃', 2_500]]);
  });

  it('keeps what is sure, and asks about the rest one thing at a time', async () => {
    await then(
      () => buyer.says('来两斤核桃、3斤小麦和小米 送到太原市迎泽区桃园路1号 王芳 13800001234'),
      '「小麦」要哪一种',
    );
    expect(await inCart()).toEqual([['薄皮核桃', 1_000]]);
    expect(buyer.last().text).toContain('答完还有 1 样');
    const much = await then(() => buyer.taps('黑小麦 3斤'), '小米 要多少');
    expect(labels()).toContain('5斤 ¥75');
    expect(much.text).not.toContain('答完还有');
    const card = await then(() => buyer.taps('5斤 ¥75'), '请核对');
    expect(card.text).toContain('黑小麦 3斤');
    expect(card.text).toContain('薄皮核桃 2斤');
    expect(card.text).toContain('小米 5斤');
    expect(card.text).toContain('桃园路1号');
  });

  it('asks how much of what is to go to an address, and keeps the address', async () => {
    await then(() => buyer.says('小米 送到北京市海淀区中关村大街1号 李雷 13800001234'), '小米 要多少');
    const card = await then(() => buyer.taps('1斤 ¥15'), '请核对');
    expect(card.text).toContain('中关村大街1号');
  });

  it('takes typed answers to what it asks', async () => {
    await then(() => buyer.says('要小麦3斤和一些红枣'), '「小麦」要哪一种');
    await then(() => buyer.says('白小麦'), '红枣 要多少');
    await then(() => buyer.says('2斤'), '姓名、电话、地址');
    expect(await inCart()).toEqual([
      ['白小麦', 1_500],
      ['红枣', 1_000],
    ]);
  });

  it('counts a box as what is in it, and asks where that is not known', async () => {
    const eggs = await puts(walnut, '土鸡蛋', {
      measure: 'COUNT',
      price: 150,
      priceQuantity: 1,
      packs: [30],
    });
    await puts(walnut, '鸭蛋', { measure: 'COUNT', price: 200, priceQuantity: 1, packs: [] });
    await then(() => buyer.says('土鸡蛋一箱，鸭蛋5个'), '姓名、电话、地址');
    expect(await inCart()).toEqual([
      ['土鸡蛋', 30],
      ['鸭蛋', 5],
    ]);
    await then(() => buyer.says('鸭蛋一箱'), '鸭蛋 没有按「箱」卖的。要多少');
    await then(() => buyer.says('土鸡蛋两箱'), '土鸡蛋 60件');
    await walnut.database.db.product.updateMany({
      where: { OR: [{ id: eggs }, { title: '鸭蛋' }] },
      data: { status: 'paused' },
    });
  });

  it('is no answer to where it goes: questions, more goods and screens are heard', async () => {
    await then(() => buyer.says('红枣2斤'), '姓名、电话、地址');
    await then(() => buyer.says('运费多少'), '快递');
    await then(() => buyer.says('我的订单'), /还没有订单|我的订单/);
    await then(() => buyer.says('确认'), '姓名、电话、地址');
    const address = '王芳 13800001234 山西省太原市迎泽区桃园路1号';
    await then(() => buyer.says(address), '货到付款');
    await then(() => buyer.says('备注：包好一点'), '💬 包好一点');
    const card = await then(() => buyer.says('电话打错了是13612345678'), '13612345678');
    expect(card.text).toContain('王芳');
    expect(card.text).toContain('桃园路1号');
    expect(card.text).toContain('💬 包好一点');
  });

  it('of more things than anybody buys at once is sent back whole', async () => {
    const many = Array.from({ length: 21 }, () => '核桃1斤').join('，');
    await then(() => buyer.says(many), '一条消息最多写 20 样');
    expect(await inCart()).toEqual([]);
  });

  it('leaves out what somebody does not want after all', async () => {
    await then(() => buyer.says('要5斤小米和3斤小麦'), '「小麦」要哪一种');
    await then(() => buyer.taps('这样不要了'), '姓名、电话、地址');
    expect(await inCart()).toEqual([['小米', 2_500]]);
  });

  it('never guesses: a slip is asked about', async () => {
    await then(() => buyer.says('3kg walnts'), '没有正好叫「walnts」的');
    expect(await inCart()).toEqual([]);
    await then(() => buyer.taps('薄皮核桃 6斤 · 王秀英家'), '姓名、电话、地址');
    expect(await inCart()).toEqual([['薄皮核桃', 3_000]]);
  });

  it('offers what is left where one of several is short, and keeps the others', async () => {
    await then(() => buyer.says('小米5斤，红枣10斤'), '红枣 只剩 4斤');
    await then(() => buyer.taps('要剩下的 4斤'), '姓名、电话、地址');
    expect(await inCart()).toEqual([
      ['小米', 2_500],
      ['红枣', 2_000],
    ]);
  });

  it('can be wished for where nobody has it', async () => {
    await then(() => buyer.says('来3斤山楂'), '现在没有人卖「山楂」');
    await then(() => buyer.taps('🔔 有人卖了告诉我'), '有人卖「山楂」，马上告诉您');
  });
});

describe('a question', () => {
  it.each([
    ['核桃多少钱一斤', '薄皮核桃'],
    ['小米怎么卖？', '小米'],
    ['红枣还有吗', '还有 4斤'],
    ['how much are the walnut kernels?', '核桃仁'],
    ['小米好不好吃', '小米'],
  ])('about goods is answered with them: %s', async (question, answer) => {
    const shown = await then(() => buyer.says(question), answer);
    expect(shown.text).toMatch(/¥/);
    expect(await inCart()).toEqual([]);
  });

  it('about the fee is answered with the fee, and orders nothing', async () => {
    const fee = await then(() => buyer.says('50斤运费多少?'), '送 50斤');
    expect(fee.text).toContain('王秀英家 🚚 快递 按省份算');
    expect(fee.text).toContain('李建国家 🚚 快递 免运费');
    const there = await then(() => buyer.says('核桃5斤寄到广东运费多少'), '送 5斤 到广东');
    expect(there.text).toContain('¥19，满 ¥200 免运费');
    expect(there.text).not.toContain('李建国家');
    expect(await inCart()).toEqual([]);
  });

  it('that nobody can answer is not answered with something else', async () => {
    await then(() => buyer.says('你们老板姓什么？'), '要帮您问问村里的人吗');
    expect(buyer.last().text).not.toContain('¥');
  });
});

describe('what is said whole', () => {
  it('shows everything to who asks what there is', async () => {
    await then(() => buyer.says('有什么好吃的'), '正在卖的');
    await then(() => buyer.says('what do you have?'), '正在卖的');
  });
});

describe('small talk', () => {
  it.each(['你好', '在吗'])('is answered with the first screen: %s', async (words) => {
    await then(() => buyer.says(words), '欢迎来到');
  });

  it('that names nothing is no search', async () => {
    await then(() => buyer.says('梯子往左边挪一下'), /没/);
    expect(buyer.last().text).not.toContain('¥');
  });
});

describe('what was ordered', () => {
  const place = async () => {
    await then(() => buyer.says('核桃5斤 太原市迎泽区桃园路1号 王芳 13800001234'), '请核对');
    await buyer.taps('✅ 确认下单');
    await buyer.waitsFor('下单成功');
    return walnut.database.db.order.findFirstOrThrow({ orderBy: { placedAt: 'desc' } });
  };

  it('is shown itself to who asks where it is, and to who does not want it any more', async () => {
    const order = await place();
    const where = await then(() => buyer.says('我的货到哪了'), order.number);
    expect(where.text).toContain('薄皮核桃 5斤');
    const cancel = await then(() => buyer.says('不要核桃了'), '要取消这个订单吗');
    expect(cancel.text).toContain(order.number);
    await buyer.taps('✖️ 取消订单');
    await buyer.waitsFor('已取消');
    await walnut.database.db.product.findUniqueOrThrow({ where: { id: walnuts } });
  });

  it('is said to be too late to cancel once the seller is at it', async () => {
    const order = await place();
    await walnut.database.db.order.update({ where: { id: order.id }, data: { fulfilment: 'accepted' } });
    await then(() => buyer.says('取消订单'), '请商家取消');
  });

  it('is the same again for who wants the usual, and can be claimed for once it has arrived', async () => {
    const order = await place();
    await walnut.database.db.order.update({ where: { id: order.id }, data: { fulfilment: 'delivered' } });
    const card = await then(() => buyer.says('老样子'), '请核对');
    expect(card.text).toContain('薄皮核桃 5斤');
    buyer.says('/cart');
    await buyer.waitsFor('购物车');
    await buyer.taps('清空');
    await buyer.waitsFor('购物车是空的');
    const back = await then(() => buyer.says('我要退货'), '已经送到了');
    expect(back.text).toContain(order.number);
  });

  it('is all in the cart still: then the cart is shown', async () => {
    await then(() => buyer.says('要5斤小米'), '姓名、电话、地址');
    buyer.says('/start');
    await buyer.waitsFor('欢迎来到');
    await then(() => buyer.says('小米不要了'), '购物车');
  });
});
