import { describe, expect, it } from 'vitest';
import { testClock } from '../support/clock.ts';
import { openHousehold } from '../support/household.ts';
import { hears, newBuyer, newOrderOf } from '../support/stall.ts';

// What sellers say as they would to a person.

const clock = testClock();
const { walnut, seller } = openHousehold({ clock });
const db = () => walnut.database.db;

const says = (words: string, answer: string | RegExp) => hears(seller, words, answer);

const walnuts = () => db().product.findFirstOrThrow({ where: { title: '核桃' } });

const newOrder = (name: string) => newOrderOf(walnut, seller, name);

describe('several things in one message', () => {
  it('are several previews, each with its own Publish', async () => {
    await says('小米9元一斤有80斤，绿豆7元一斤有50斤', /绿豆\s*¥7/);
    expect(await db().product.count({ where: { status: 'draft' } })).toBe(2);
    await seller.taps('✅ 上架', { on: await seller.waitsFor(/绿豆\s*¥7/) });
    await seller.waitsFor('绿豆 上架了');
    await seller.taps('✅ 上架', { on: await seller.waitsFor(/小米\s*¥9/) });
    await seller.waitsFor('小米 上架了');
  });

  it('are all done, each with its own undo: a new price and what was sold', async () => {
    await says('核桃涨到16一斤，昨天卖了30斤', '170斤');
    expect((await walnuts()).price).toBe(1600);
    await seller.taps('↩️ 撤销', { on: await seller.waitsFor('170斤') });
    await seller.waitsFor('170斤 → 200斤');
    expect(await walnuts()).toMatchObject({ price: 1600, onHand: 100_000 });
  });

  it('are nothing where one of them is only hearsay', async () => {
    await says('隔壁家核桃卖12，红枣卖9', '没有要我办的事');
    expect((await walnuts()).price).toBe(1500);
  });

  it('are done across subjects, and what no part uses is quoted', async () => {
    const { number } = await newOrder('Ann');
    await says(`${number}接了，快递8元，今年雨水多`, '没用上：「今年雨水多」');
    expect((await db().order.findUniqueOrThrow({ where: { number } })).fulfilment).toBe('accepted');
    expect((await db().shippingMethod.findFirstOrThrow()).fee).toBe(800);
  });
});

describe('stock without a figure', () => {
  it('is proposed, and noted after a yes', async () => {
    await says('核桃还剩一半', '一半就是 100斤');
    expect((await walnuts()).onHand).toBe(100_000);
    await says('对', '→ 100斤');
  });

  it('in baskets asks what one holds', async () => {
    await says('核桃又来了两筐', '一筐是多少斤');
    await says('一筐30斤', '→ 260斤');
  });

  it('that two people took is one amount', async () => {
    await says('夜来来了个收货的，核桃提走15斤，俺闺女又拿走2斤', '200斤 → 183斤');
    await says('核桃让大姑姐整走3斤，还剩180斤，价也给我提到16得了', '¥15/斤 → ¥16/斤');
  });

  it('said wrong is put right: the change is taken back first', async () => {
    await says('核桃卖了10斤', '→ 190斤');
    await says('说错了，是13斤', '→ 187斤');
    await says('啱啱撳错咗，系10斤，唔系13斤', '→ 190斤');
    await says('撤销', '190斤 → 200斤');
  });
});

describe('packs', () => {
  it('get a price of their own by words, and follow a new price with one tap', async () => {
    await says('核桃5斤装卖70', '5斤 · ¥70');
    const offer = await says('核桃涨到18一斤', '规格要一起改吗');
    expect(offer.text).toContain('5斤 · ¥84');
    await seller.taps('📈 规格一起改', { on: offer });
    await seller.waitsFor('的规格');
    expect(await db().pack.findMany({ where: { price: { not: null } } })).toMatchObject([{ price: 8400 }]);
  });

  it('that would be dearer than the same amount loose are sold for less, and the seller hears so', async () => {
    await says('核桃2斤装卖35', '2斤 散着买只要 ¥30，买家按便宜的付');
  });
});

describe('orders by words', () => {
  it('are accepted and shipped; the buyer hears the number', async () => {
    const { buyer, number } = await newOrder('Ben');
    await says('接了，马上装', `${number} · 备货中`);
    await buyer.waitsFor('has accepted');
    await says(`${number} 发了 SF1234567890123`, '已发货');
    await buyer.waitsFor('SF1234567890123');
  });

  it('ask which one where two fit, and take them all when told so', async () => {
    await newOrder('Cid');
    await newOrder('Dan');
    await says('接了', '是哪一单');
    await says('都接了', '备货中');
    expect(await db().order.count({ where: { fulfilment: 'accepted' } })).toBe(2);
  });

  it('are all taken, also those that no page of the list shows yet', async () => {
    const before = await db().order.count({ where: { fulfilment: 'accepted' } });
    for (const name of ['Fay', 'Gus', 'Hal', 'Ida', 'Jon', 'Kay', 'Lea']) await newOrder(name);
    await says('有几单没发', '等接单 7 单');
    await says('都接了', '接了 7 单');
    expect(await db().order.count({ where: { fulfilment: 'accepted' } })).toBe(before + 7);
  });

  it('are declined with the reason that was said', async () => {
    const { buyer, number } = await newOrder('Eva');
    seller.says(`${number}接不了，没货了`);
    await buyer.waitsFor('没货了');
  });
});

describe('a draft', () => {
  it('is left for something else, and can be gone on with', async () => {
    await seller.sendsPhoto({ caption: '黄精 60元一斤 有30斤' });
    await seller.waitsFor('没问题就点「上架」');
    const other = await says('核桃卖了5斤', '→ 195斤');
    await seller.taps('✅ 上架：黄精', { on: other });
    await seller.waitsFor('黄精 上架了');
  });

  it('is put right by words: price, stock, name, and dropped', async () => {
    await seller.sendsPhoto({ caption: '毛桃干 20元一斤 有30斤' });
    await seller.waitsFor('没问题就点「上架」');
    await says('不对，是22一斤', '¥22/斤');
    await says('库存写错了，是50斤', '还有 50斤');
    await says('名字改成山桃干', '山桃干');
    await says('这个先不上了', '没有上架');
  });
});

describe('an album with a caption each', () => {
  it('is a product each', async () => {
    await seller.sendsAlbum([{ caption: '紫薯 4元一斤 有60斤' }, { caption: '山药 8元一斤 有40斤' }]);
    await expect
      .poll(() => db().product.findMany({ where: { status: 'draft' }, orderBy: { title: 'asc' } }))
      .toMatchObject([{ title: '山药' }, { title: '紫薯' }]);
  });
});

describe('settings by words', () => {
  it('are what buyers are told: when it ships, and where to fetch it', async () => {
    await says('我们下单后48小时内发货', '记下了');
    await says('可以来村东头小卖部自提', '村东头小卖部');
    const buyer = await newBuyer(walnut);
    buyer.says('when do you ship?');
    await buyer.waitsFor('48小时内发货');
    expect((await db().seller.findFirstOrThrow({ orderBy: { createdAt: 'asc' } })).pickupPlace).toBe(
      '村东头小卖部',
    );
  });
});

describe('questions of sellers', () => {
  it('are answered, and an open question stays open', async () => {
    await says('卖了钱怎么收', '收款码');
    await says('价钱怎么改', '核桃');
    await says('你好', '您好');
  });

  it('are never missed twice in the same words', async () => {
    await says('箱子不够了', '没有要我办的事');
    await says('快递站关门了', '您是不是想');
    await says('电话没人接', '找村里的人');
  });
});

describe('a stream in words', () => {
  it('is announced, moved and called off only after a yes', async () => {
    await says('明天晚上8点直播', '还没告诉任何人');
    expect(await db().stream.count({ where: { state: 'planned' } })).toBe(0);
    await says('对', /预告|20:00/);
    await says('改到9点吧', '改到：');
    await says('好', '🕗 改到');
    await says('明晚的直播取消', '要取消');
    await says('是的', '取消');
    expect(await db().stream.count({ where: { state: 'cancelled' } })).toBe(1);
  });

  it('is still in hand until its card is confirmed: another time, a link, or not at all', async () => {
    await says('明天晚上8点直播', '20:00');
    await says('改到9点吧', '21:00');
    await says('9点半', '21:30');
    await says('https://live.example.org/wang', '🔗 https://live.example.org/wang');
    await says('算了，不直播了', '没有预告');
    expect(await db().stream.count({ where: { state: 'planned' } })).toBe(0);
  });
});
