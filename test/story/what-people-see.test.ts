import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { seedDemo } from '../../prisma/demo/seed.ts';
import { demoQuestions, demoStream } from '../../prisma/demo/trade.ts';
import { plainText } from '../../src/chat/dsl/html.ts';
import { decodeBody } from '../../src/chat/outbound/messages.ts';
import { sealedAt } from '../../src/db/crypto/sealed-columns.ts';
import { type Crawler, openCrawler, type SeenScreen } from '../screens/crawl.ts';
import { officer, sellerOf } from '../screens/joined.ts';
import { startWalnut, type Walnut } from '../support/walnut.ts';

// What the screens of the demo say to those who sell, buy and look after the village, as they read it.

let walnut: Walnut;
let opened: Date;

beforeAll(async () => {
  walnut = await startWalnut({ isEmpty: true });
  await seedDemo(walnut.app.appContext);
  opened = new Date();
});
afterAll(() => walnut.stop());
// What a test puts on sale is on nobody else's screen.
afterEach(async () => {
  await db().product.updateMany({ where: { createdAt: { gt: opened } }, data: { status: 'archived' } });
});

const db = () => walnut.database.db;
const read = ({ body }: SeenScreen): string => plainText(body.html);
const last = ({ seen }: Crawler): string => read(seen.at(-1) ?? missing('a screen'));
const actions = ({ seen }: Crawler): string[] =>
  (seen.at(-1) ?? missing('a screen')).body.buttons.flat().flatMap((key) => ('tap' in key ? [key.tap] : []));

function missing(what: string): never {
  throw new Error(`there is no ${what}`);
}

/** Somebody orders, and gives another name than the one they came with. */
async function orders(goods: string, address = '陈静 13900002222 太原市小店区平阳路8号'): Promise<Crawler> {
  const buyer = await openCrawler(walnut, 'buyer', 'zh-CN');
  await buyer.says(goods);
  await buyer.says(address);
  await buyer.taps('confirm/');
  return buyer;
}

/** Opens the newest order of a household. */
async function opensNewest(seller: Crawler, of: 'open' | 'done' = 'open'): Promise<void> {
  const { number } = await db().order.findFirstOrThrow({ orderBy: { placedAt: 'desc' } });
  await seller.commands('orders');
  if (of === 'done') await seller.taps('sold-done/');
  const key = seller.seen
    .at(-1)
    ?.body.buttons.flat()
    .find((one) => one.label.includes(number));
  await seller.taps(key && 'tap' in key ? key.tap : missing(`button of ${number}`));
}

/** What was said last to the buyer who asks in the demo. */
async function heardByDemoBuyer(): Promise<string> {
  const chat = await db().chat.findFirstOrThrow({ where: { address: { startsWith: 'demo-' } } });
  const row = await db().message.findFirstOrThrow({ where: { chatId: chat.id }, orderBy: { seq: 'desc' } });
  const sealed = walnut.app.appContext.cipher.decrypt(row.sealed, sealedAt('message.sealed', row.id));
  return plainText(decodeBody(sealed).html);
}

describe('the first screen of a buyer', () => {
  it('names a small pack as an example, shows goods with pictures, and has three doors', async () => {
    const buyer = await openCrawler(walnut, 'buyer', 'zh-CN');
    await buyer.commands('start');
    expect(last(buyer)).toMatch(/比如「.+ [1-5]斤」/);
    const rows = buyer.seen.at(-1)?.body.buttons ?? [];
    const walnuts = rows.flat().find(({ label }) => label.startsWith('薄皮核桃'));
    expect(walnuts).toMatchObject({ label: '薄皮核桃 ¥15/斤', picture: expect.any(String) });
    expect(rows.at(-1)?.map(({ label }) => label)).toEqual(['🛍 看看有什么', '📦 我的订单', '☰ 更多']);
  });
});

describe('a household that is named', () => {
  it.each([
    ['王秀英家有什么', /^follow\//],
    ['关注王秀英家', /^unfollow\//],
  ])('is shown with its goods, and followed where that is said: %s', async (words, button) => {
    const buyer = await openCrawler(walnut, 'buyer', 'zh-CN');
    await buyer.says(words);
    expect(last(buyer)).toMatch(/^👨‍🌾 王秀英家/u);
    expect(actions(buyer)).toEqual(expect.arrayContaining([expect.stringMatching(button)]));
  });
});

describe('an order, as its seller sees it', () => {
  it('is of the name on the address, and stands as arrived when its buyer has it', async () => {
    const seller = await sellerOf(walnut, '李建国家');
    const buyer = await orders('黄小米 5斤');
    await opensNewest(seller);
    expect(last(seller)).toContain('陈静');
    expect(last(seller)).not.toMatch(/访客\d{4}/);
    await seller.taps('accept/');
    await seller.taps('ship/');
    await seller.says('SF1234567890123');
    await buyer.commands('orders');
    await buyer.taps('order/');
    await buyer.taps('received/');
    await opensNewest(seller, 'done');
    expect(last(seller)).toContain('已送到');
  });

  it('shows the picture of a transfer, and of whom it is', async () => {
    const seller = await sellerOf(walnut, '王秀英家');
    const { id, number } = await db().order.findFirstOrThrow({ where: { payment: 'proof-sent' } });
    await seller.commands('orders');
    const key = seller.seen
      .at(-1)
      ?.body.buttons.flat()
      .find((one) => one.label.includes(number));
    await seller.taps(key && 'tap' in key ? key.tap : missing(number));
    const { mediaId } = await db().proof.findFirstOrThrow({ where: { orderId: id } });
    const { photo, pictures } = seller.seen.at(-1)?.body ?? missing('an order');
    expect([photo, ...(pictures ?? [])]).toContain(mediaId);
    expect(last(seller)).toContain('王芳');
  });

  it('is weighed by a bare number in its own unit, and not at all where it is sold by the piece', async () => {
    const seller = await sellerOf(walnut, '李建国家');
    await orders('绿豆 5斤');
    await opensNewest(seller);
    await seller.taps('accept/');
    await seller.taps('weigh/');
    await seller.says('4.9');
    expect(seller.seen.some((screen) => read(screen).includes('4.9斤'))).toBe(true);
    const eggs = await sellerOf(walnut, '赵大娘家');
    await orders('土鸡蛋 30枚');
    await opensNewest(eggs);
    await eggs.taps('accept/');
    expect(actions(eggs).filter((action) => action.startsWith('weigh/'))).toEqual([]);
  });
});

describe('a card', () => {
  it('shows what is on it, says each order once, and offers nobody far away the village’s own courier', async () => {
    const buyer = await openCrawler(walnut, 'buyer', 'zh-CN');
    await buyer.says('绿豆 5斤，土鸡蛋 30枚');
    expect(buyer.seen.at(-1)?.body.pictures).toHaveLength(2);
    await buyer.says('改成6斤');
    expect(last(buyer)).toMatch(/绿豆 6斤.*土鸡蛋 30枚/s);
    await buyer.says('陈静 13900002222 太原市小店区平阳路8号');
    expect(actions(buyer).some((action) => action.endsWith('/courier'))).toBe(true);
    await buyer.taps('to/');
    await buyer.says('陈静 13900002222 上海市浦东新区世纪大道100号');
    expect(actions(buyer).filter((action) => action.startsWith('way/'))).toEqual([]);
    await buyer.taps('confirm/');
    expect(last(buyer)).toMatch(/A-\d+ · [^\n]+\n[^\n]+\n🚚.*A-\d+ · [^\n]+\n[^\n]+\n🚚/s);
    await buyer.says('送到上海运费多少');
    expect(last(buyer)).not.toContain('村里送');
  });
});

describe('what a seller says', () => {
  it('is told what comes next when something has been put up', async () => {
    const seller = await sellerOf(walnut, '张蜂家');
    await seller.says('新花生 10元一斤 有50斤');
    await seller.taps('publish/');
    expect(seller.seen.some((screen) => read(screen).includes('接下来'))).toBe(true);
  });

  it('keeps the unit that was said: by the 两 and by the piece', async () => {
    const seller = await sellerOf(walnut, '张蜂家');
    await seller.says('明前茶 一两10块 有20斤');
    expect(last(seller)).toContain('¥10/两');
    await seller.taps('discard');
    await seller.says('柴鸡蛋 1块5一枚 有200枚');
    expect(last(seller)).toContain('¥1.50/枚');
  });

  it('goes by the jar from the preview to the packing sheet, and by the kilogram for whoever weighs so', async () => {
    const seller = await sellerOf(walnut, '张蜂家');
    await seller.says('香椿酱 25元一瓶 一瓶500克 有40瓶');
    expect(last(seller)).toMatch(/¥25\/瓶.*还有 40瓶/s);
    await seller.taps('publish/');
    await orders('香椿酱 2瓶');
    await opensNewest(seller);
    expect(last(seller)).toContain('香椿酱 2瓶（2斤） · ¥50');
    await seller.taps('accept/');
    await seller.commands('pack');
    expect(last(seller)).toContain('香椿酱 2瓶');
    await seller.says('香椿酱还有30瓶');
    expect(last(seller)).toContain('→ 30瓶');
    await seller.says('香椿酱涨到28块一瓶');
    expect(last(seller)).toContain('¥25/瓶 → ¥28/瓶');
    await seller.says('槐花蜜25元/公斤 有50公斤');
    expect(last(seller)).toMatch(/¥25\/公斤.*还有 50公斤/s);
    await seller.commands('products');
    await seller.taps('mine-one/');
    await seller.says('涨到28');
    expect(last(seller)).toContain('¥28/公斤');
    await seller.taps('discard');
  });

  it('is heard of free postage where all postage is free: nothing changes, and it is said', async () => {
    const seller = await sellerOf(walnut, '孙家果园');
    await seller.says('满100包邮');
    expect(last(seller)).toContain('现在本来就免运费');
  });

  it('lets the packs of a product follow its new price in one tap', async () => {
    const seller = await sellerOf(walnut, '王秀英家');
    const packs = () =>
      db().pack.findMany({ where: { product: { title: '薄皮核桃' } }, orderBy: { quantity: 'asc' } });
    const before = await packs();
    await seller.says('薄皮核桃涨到18块一斤');
    expect(seller.seen.some((screen) => read(screen).includes('规格要一起改吗'))).toBe(true);
    await seller.taps('packs-follow');
    const after = await packs();
    expect(after.filter(({ price }, i) => price !== null && price === before[i]?.price)).toEqual([]);
    // As the other stories of the demo know it.
    await seller.says('薄皮核桃降到15块一斤');
  });
});

describe('the village office', () => {
  it('is called so, knows who has not come yet, and answers whom it has opened, with the question', async () => {
    const office = await officer(walnut);
    expect(last(office)).toContain('服务站');
    await office.taps('office');
    await office.taps('families/');
    const labels =
      office.seen
        .at(-1)
        ?.body.buttons.flat()
        .map(({ label }) => label) ?? [];
    expect(labels).toContain('刘家醋坊 · 还没来');
    expect(labels.filter((label) => label.includes('王秀英家') && label.includes('营业'))).toHaveLength(1);
    await office.commands('office');
    await office.taps('talks/');
    const of = office.seen
      .at(-1)
      ?.body.buttons.flat()
      .find(({ label }) => label.includes('王芳'));
    await office.taps(of && 'tap' in of ? of.tap : missing('question'));
    expect(last(office)).toContain(demoQuestions.office);
    await office.says('腊月初八就有了');
    expect(await heardByDemoBuyer()).toMatch(new RegExp(`${demoQuestions.office}[^]*腊月初八就有了`));
  });
});

describe('the demo', () => {
  it('has an order in each state, somewhere to pay to, a stream tonight, and people who ask', async () => {
    const rows = await db().order.findMany({ where: { number: { lte: 'A-0006' } } });
    expect(new Set(rows.map(({ fulfilment }) => fulfilment))).toEqual(
      new Set(['delivered', 'cancelled', 'shipped', 'accepted', 'placed']),
    );
    expect(await db().paymentCode.count()).toBe(await db().seller.count());
    expect(await db().conversation.count({ where: { state: 'open' } })).toBeGreaterThanOrEqual(2);
    const plan = await db().stream.findFirstOrThrow({ where: { title: demoStream } });
    const ahead = (plan.plannedAt?.getTime() ?? 0) - Date.now();
    expect(ahead).toBeGreaterThan(0);
    expect(ahead).toBeLessThan(24 * 3_600_000);
  });

  it('lets a visitor start the stream that is planned', async () => {
    const seller = await sellerOf(walnut, '王秀英家');
    await seller.commands('live');
    await seller.taps('plan-card/');
    await seller.taps('start/');
    await seller.taps('again-live/');
    const { state } = await db().stream.findFirstOrThrow({ where: { title: demoStream } });
    expect(state).toBe('live');
    await seller.taps('end/');
  });

  it('shows itself in four steps, each of which works, and is left by doing anything else', async () => {
    const buyer = await openCrawler(walnut, 'buyer', 'zh-CN');
    await buyer.commands('start');
    await buyer.taps('tour/');
    const said = buyer.seen.at(-1)?.body.html.match(/<code>(.+?)<\/code>/)?.[1] ?? missing('example');
    await buyer.taps('tour/');
    const address = buyer.seen.at(-1)?.body.html.match(/<code>(.+?)<\/code>/)?.[1] ?? missing('address');
    await buyer.says(said);
    expect(last(buyer)).toContain('请核对');
    await buyer.says(address);
    expect(last(buyer)).toContain('桃园路1号');
    expect(actions(buyer).some((action) => action.startsWith('tour/'))).toBe(false);
    await buyer.commands('tour');
    await buyer.taps('home');
    expect(last(buyer)).toContain('欢迎来到');
  });
});
