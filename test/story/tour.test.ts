import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { seedDemo } from '../../prisma/demo/seed.ts';
import { demoStream } from '../../prisma/demo/trade.ts';
import { plainText } from '../../src/chat/dsl/html.ts';
import { inTransaction } from '../../src/db/work.ts';
import { invite } from '../../src/shop/sellers/invites.ts';
import { type Crawler, openCrawler } from '../screens/crawl.ts';
import { startWalnut, type Walnut } from '../support/walnut.ts';

// The two minutes in which the demo shows itself: to the end, and what each step says to do does what it says.

const STEPS = 4;
const tags = { zh: 'zh-CN', en: 'en-GB' } as const;

const newest = ({ seen }: Crawler) => {
  const screen = seen.at(-1);
  if (!screen) throw new Error('nothing was said');
  return screen.body;
};
const actions = (who: Crawler): string[] =>
  newest(who)
    .buttons.flat()
    .flatMap((key) => ('tap' in key ? [key.tap] : []));
const said = (who: Crawler): string => who.seen.map(({ body }) => plainText(body.html)).join('\n');

/** Taps through all steps, and gives what each has in it to be typed. */
async function toTheEnd(who: Crawler): Promise<string[]> {
  const examples: string[] = [];
  await who.commands('start');
  for (let step = 1; step <= STEPS; step += 1) {
    await who.taps(`tour/${step}`);
    examples.push(newest(who).html.match(/<code>(.+?)<\/code>/)?.[1] ?? '');
  }
  expect(actions(who)).toEqual(['home']);
  return examples;
}

describe.each(['zh', 'en'] as const)('the tour in %s', (language) => {
  let walnut: Walnut;
  beforeAll(async () => {
    walnut = await startWalnut({ isEmpty: true });
    await seedDemo(walnut.app.appContext);
  });
  afterAll(() => walnut.stop());

  it('takes a buyer from words to an order and where it is', async () => {
    const buyer = await openCrawler(walnut, 'buyer', tags[language]);
    const [goods = '', address = '', question = ''] = await toTheEnd(buyer);
    await buyer.says(goods);
    await buyer.says(address);
    await buyer.taps('confirm/');
    const { number } = await walnut.database.db.order.findFirstOrThrow({ orderBy: { placedAt: 'desc' } });
    expect(said(buyer)).toContain(number);
    await buyer.says(question);
    expect(plainText(newest(buyer).html)).toContain(number);
    expect(actions(buyer).some((action) => action.startsWith('cancel/'))).toBe(true);
  }, 60_000);

  it('takes a seller from a product to a stream that is live', async () => {
    const { db } = walnut.database;
    const { id } = await db.seller.findFirstOrThrow({ where: { name: '王秀英家' } });
    const token = await inTransaction(walnut.app.appContext, (context) => invite(context, id, 'owner'));
    const seller = await openCrawler(walnut, 'seller', tags[language]);
    await seller.commands('start', `i_${token}`);
    const [offer = '', stock = ''] = await toTheEnd(seller);
    await seller.says(offer);
    await seller.taps('publish/');
    expect(await db.product.count({ where: { sellerId: id, status: 'on-sale', onHand: 150_000 } })).toBe(1);
    const kernels = () => db.product.findFirstOrThrow({ where: { title: '核桃仁' } });
    const before = await kernels();
    await seller.says(stock);
    expect((await kernels()).onHand).toBe(15_000 + before.held);
    await seller.taps('undo/');
    expect((await kernels()).onHand).toBe(before.onHand);
    await seller.commands('orders');
    const state = language === 'zh' ? '等您接单' : 'waiting for you to accept';
    const waiting = newest(seller)
      .buttons.flat()
      .findLast(({ label }) => label.includes(state));
    await seller.taps(waiting && 'tap' in waiting ? waiting.tap : 'no order that waits');
    await seller.taps('accept/');
    await seller.commands('live');
    const goLive = language === 'zh' ? '没有链接，直接开播' : 'No link, just go live';
    const live = newest(seller)
      .buttons.flat()
      .find(({ label }) => label.includes(goLive));
    await seller.taps(live && 'tap' in live ? live.tap : 'no way to go live');
    expect(await db.stream.count({ where: { state: 'live' } })).toBe(1);
    expect(await db.stream.count({ where: { title: demoStream } })).toBe(1);
  }, 60_000);
});
