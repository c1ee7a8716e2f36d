import { describe, expect, it } from 'vitest';
import { testClock } from '../support/clock.ts';
import { openHousehold } from '../support/household.ts';
import { hears, newBuyer, newOrderOf, ordersWalnuts, putsOnSale } from '../support/stall.ts';

// Sellers who speak as they do at home, in Chinese and in English.

const clock = testClock();
const { walnut, seller } = openHousehold({ clock });
const db = () => walnut.database.db;

const says = (words: string, answer: string | RegExp) => hears(seller, words, answer);

const express = () => db().shippingMethod.findFirstOrThrow({ where: { way: 'express' } });

describe('what a parcel costs', () => {
  it('is said in any order, in figures and in signs', async () => {
    await says('我家每单运费收5块，58以上包邮', '¥5，满 ¥58 包邮');
    await says('寄一单俺收6块钱，买够八十八俺就不收了', '¥6，满 ¥88 包邮');
    await says('满58包邮，不满收5块', '¥5，满 ¥58 包邮');
    expect(await express()).toMatchObject({ fee: 500, freeFrom: 5_800 });
  });

  it('may have a least amount, and can be asked', async () => {
    await says('最少买30块钱的我才发', '¥30');
    await says('快递多少钱一单来着', '送货设置');
    await says('我这儿开不了发票', '记下了');
    await says('and how much did we take in altogether this week', '本周');
  });

  it('is nothing at all from now on', async () => {
    await says('快递8块', '¥8');
    await says('邮费以后不收了，全部包邮', '¥8 → 免运费');
    expect((await express()).fee).toBe(0);
  });

  it('is set beside another thing that is said, and never taken for a price', async () => {
    await says('核桃涨到16一斤，每单运费收5块，58以上包邮', '满 ¥58 包邮');
    await seller.waitsFor('→ ¥16/斤');
    await says('核桃17块包邮', '核桃：您是说');
    expect(await db().shippingMethod.count({ where: { freeFrom: 1_700 } })).toBe(0);
  });

  it('is said in English', async () => {
    await says('I charge 5 yuan for delivery, nothing over 58', '¥5，满 ¥58 包邮');
    await says('shipping is free from now on, all orders ship free', '免运费');
  });
});

describe('the name of goods on sale', () => {
  const title = async () => (await db().product.findFirstOrThrow()).title;

  it('is changed however that is said', async () => {
    await says('核桃以后叫薄皮核桃', '薄皮核桃 改好了');
    await says('名字写错了，应该叫露仁核桃', '露仁核桃 改好了');
    expect(await title()).toBe('露仁核桃');
  });

  it('is changed in English, by name and of what is on the table', async () => {
    await says('rename 核桃 to Paper walnuts', 'Paper walnuts 改好了');
    await says('from now on call them Thin walnuts', 'Thin walnuts 改好了');
    expect(await title()).toBe('Thin walnuts');
  });

  it('is changed where it was a slip, or is asked for kindly', async () => {
    await says('核桃换个名儿，叫露仁核桃', '露仁核桃 改好了');
    await says('露仁核桃名字打错字了，应该是鹿仁核桃', '鹿仁核桃 改好了');
    await says('Could you rename 鹿仁核桃 to Paper walnuts?', 'Paper walnuts 改好了');
    await says('change name paper walnuts to thin walnuts', 'thin walnuts 改好了');
    expect(await db().product.findFirstOrThrow()).toMatchObject({ title: 'thin walnuts', price: 1_500 });
  });

  it('is put right before they are on sale', async () => {
    await says('苞谷面 6块一斤 有80斤', '还没有上架');
    await says('苞谷面名字打错了，应该是玉米面', '玉米面');
    expect(await db().product.findFirstOrThrow({ where: { status: 'draft' } })).toMatchObject({
      title: '玉米面',
    });
  });
});

describe('goods that are sold no more', () => {
  const status = async () => (await db().product.findFirstOrThrow()).status;

  it.each(['删掉核桃', 'delete the 核桃'])('are put away by "%s", and brought back', async (words) => {
    await says(words, '收起来了');
    expect(await status()).toBe('archived');
    await says('撤销', '撤销了');
    expect(await status()).toBe('on-sale');
  });
});

describe('takings', () => {
  it('are those of the time that is named', async () => {
    await says('昨天卖了多少钱', '昨天 · ');
    await says('这礼拜卖得咋样', '本周 · ');
    await says('上个月挣了多少', '上月 · ');
    await says('how much did I sell this month', '本月 · ');
  });
});

describe('who waits', () => {
  it('is a buyer whose question nobody has answered', async () => {
    await says('有人问我吗', '没有买家在等');
    const buyer = await newBuyer(walnut, 'Ann');
    await buyer.waitsFor(/./, { after: buyer.says('核桃是今年的吗') });
    await buyer.taps('🙋 Ask the seller');
    await seller.waitsFor('核桃是今年的吗');
    await says('有没有人给我留言', '今年的吗');
    await says('did anyone ask me something', '今年的吗');
  });

  it('is a buyer whose money has not come', async () => {
    await says('谁还没付款', '没有等着收钱的订单');
    await ordersWalnuts(await newBuyer(walnut, 'Ben'));
    const { number } = await db().order.findFirstOrThrow();
    const list = await says('昨天谁没给钱', '钱还没到的订单');
    expect(JSON.stringify(list.buttons)).toContain(number);
    expect(list.text).toContain('核桃');
    await says('总共欠起好多', /一共还差 ¥\d+/);
    await says("who hasn't paid yet?", '钱还没到的订单');
  });
});

describe('how things are done', () => {
  it.each([
    ['教教我，怎么把地里的菜摆出来卖', '照片'],
    ['人家买了我咋寄过去', '运费'],
    ['咋弄成五斤一袋的卖', '5斤装'],
    ['发错了东西咋收回', '撤销'],
    ['加个帮手，我儿子', '帮手'],
    ['add my son as a helper', '帮手'],
  ])('is answered: %s', async (words, answer) => {
    await says(words, answer);
  });
});

describe('an order', () => {
  const newOrder = (name: string) => newOrderOf(walnut, seller, name);

  it('is weighed in words', async () => {
    await newOrder('Ann');
    await says('接单', '备货中');
    await says('称出来一斤一两', '1.1斤');
    expect((await db().orderLine.findFirstOrThrow()).packed).toBe(550);
  });

  it('is never put into stock where none waits for its weight', async () => {
    await says('称出来三斤一两', '没有要称重的订单');
    await newOrder('Gus');
    await says('接单', '备货中');
    await says('香菇称了一下只有六公斤三两', /香菇/);
    expect((await db().orderLine.findFirstOrThrow()).packed).toBeNull();
  });

  it('is the one whose goods or buyer are named, where there are two', async () => {
    const { number } = await newOrder('Ben');
    await newOrder('Cid');
    await says('Li Lei那单电话多少', '是哪一单');
    await says(`${number} 电话多少`, '13800001234');
  });

  it('is declined with what is said behind, and shows whom it is for', async () => {
    const { buyer, number } = await newOrder('Dan');
    await says('谁买的核桃', '13800001234');
    await says('电话多少', '13800001234');
    seller.says(`${number}拒了，让黄鼠狼叼走了`);
    await buyer.waitsFor('让黄鼠狼叼走了');
  });

  it('is handled in English', async () => {
    const { number } = await newOrder('Eva');
    await says('who bought the 核桃?', '13800001234');
    await says('take the order', '备货中');
    await says(`${number} weighed 0.6 kg`, '1.2斤');
  });
});

describe('a rest', () => {
  const walnuts = () => db().product.findFirstOrThrow();
  const daysOff = async () => (await db().seller.findFirstOrThrow()).closedOn.length;

  it('of some days is shown with the day of return, noted after a yes, and ended early by a word', async () => {
    await says('我要休息三天', '休息 3 天');
    expect(await daysOff()).toBe(0);
    await says('是的', '起照常');
    expect(await daysOff()).toBe(3);
    await says('我又开门了', '不休息了');
    await says('对', '开门了');
    expect(await daysOff()).toBe(0);
  });

  it('may be said from day to day', async () => {
    await says('明天开始歇业，后天再开', '休息 1 天');
    await says('closed until tomorrow', '休息 2 天');
    await says('明后两天不发货', '休息 2 天');
  });

  it('over the new year is said by the farmers’ calendar, and shown by the other', async () => {
    await says('除夕到初六休息', '休息 7 天');
    await says('对', '起照常');
    expect(await daysOff()).toBe(7);
  });

  it('without an end takes everything off, and brings it back', async () => {
    await says('家里有事，这几天先不卖了', '▪️ 核桃');
    expect((await walnuts()).status).toBe('on-sale');
    await says('好', '先都不卖了');
    expect((await walnuts()).status).toBe('paused');
    await says("I'm back", '都恢复');
    await says('yes', '又在卖了');
    expect((await walnuts()).status).toBe('on-sale');
  });

  it('is none where goods are named', async () => {
    await says('核桃先不卖了', '核桃 先下架了');
    expect(await daysOff()).toBe(0);
  });
});

describe('a stream', () => {
  it('is put off by so much, and called off whatever the word', async () => {
    await says('后天晚上7点播', '19:00');
    await says('来不及，推迟一个小时', '20:00');
    await says('对', '预告好了');
    await says('half an hour earlier please', '改到：');
    await says('好', '19:30');
    await says('那天停电，直播不搞了', '要取消');
    await says('对', '取消了');
  });

  it('of every week is announced one by one', async () => {
    await says('每周三晚上八点直播', '一场一场');
    await seller.waitsFor(/周三.*20:00/);
  });

  it('is titled by what is shown, without the words around it', async () => {
    const card = await says('后天下午三点半我开个直播，给大家看看新晒的柿子', '15:30');
    expect(card.text).toContain('新晒的柿子');
    expect(card.text).not.toContain('给大家');
  });

  it('begins with the link that is said, and shows what is named', async () => {
    await says('开播了 https://live.example.org/wang', '您开播了');
    await says('现在讲核桃', /1/);
  });
});

describe('several goods', () => {
  it('dictated in one breath are a preview each, though a photo waits for its name', async () => {
    await seller.sendsPhoto();
    await seller.waitsFor('这是什么');
    await says('沙棘果十五一斤六十斤然后野薄荷叶二十六一斤十斤帮我都挂上', /野薄荷叶\s*¥26/);
    await says('红薯3块一斤500斤、南瓜2块一斤300斤', /南瓜\s*¥2/);
    expect(await db().product.count({ where: { status: 'draft', price: { gt: 0 } } })).toBe(4);
  });
});

describe('packs', () => {
  it('follow a new price when that is said', async () => {
    await says('核桃5斤装卖70', '5斤 · ¥70');
    await says('核桃涨到18一斤', '规格要一起改吗');
    await says('一起涨', '5斤 · ¥84');
  });
});

describe('what is not understood', () => {
  it('is answered with examples in the unit of the goods', async () => {
    await putsOnSale(walnut, seller, '土鸡蛋 1.5元一个 有100个');
    await says('箱子不够了', '土鸡蛋还有100个');
  });
});

describe('an order that is taken and sent in one message', () => {
  it('is both', async () => {
    const buyer = await newBuyer(walnut, 'Fay');
    await ordersWalnuts(buyer);
    const { number } = await db().order.findFirstOrThrow();
    await says(`I accept ${number}, it went out with SF Express SF9988776655443`, '已发货');
    await buyer.waitsFor('SF9988776655443');
  });
});

describe('what is lost', () => {
  it('leaves the stock, whoever took it', async () => {
    await says('被邻居借走20斤', '200斤 → 180斤');
  });
});
