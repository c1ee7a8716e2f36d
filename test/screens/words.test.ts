import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { seedDemo } from '../../prisma/demo/seed.ts';
import { inTransaction } from '../../src/db/work.ts';
import { invite, inviteOperator } from '../../src/shop/sellers/invites.ts';
import { startWalnut, type Walnut } from '../support/walnut.ts';
import { type Crawler, openCrawler } from './crawl.ts';
import { findScraps } from './scraps.ts';
import { findUntruths } from './truths.ts';
import type { Language } from './visitor.ts';

// Everybody goes everywhere in the demo, and what they read is in their language and so.

let walnut: Walnut;

beforeAll(async () => {
  walnut = await startWalnut({ isEmpty: true });
  await seedDemo(walnut.app.appContext);
});
afterAll(() => walnut.stop());

const tags = { zh: 'zh-CN', en: 'en-GB' } as const;
const address = {
  zh: '王芳 13800001234 太原市迎泽区桃园路1号',
  en: 'Jane Park, 13800001234, 1 Taoyuan Road, Yingze District, Taiyuan, Shanxi',
} as const;
const wanted = {
  zh: ['薄皮核桃 5斤', '土鸡蛋 30枚'],
  en: ['thin-shelled walnuts 2.5 kg', 'farm eggs 30'],
} as const;

/** What was read, and is not in the language or not so: looked at right after each step, while it is what is said. */
async function readAll(crawler: Crawler, language: Language, known: Set<string>): Promise<string[]> {
  const wrong: string[] = [];
  for (const screen of crawler.seen) {
    if (known.has(screen.id)) continue;
    known.add(screen.id);
    const found = [
      ...findScraps(screen, language, strangersWords),
      ...(await findUntruths(walnut, screen, language)),
    ];
    wrong.push(...found.map((what) => `${screen.after}: ${what}`));
  }
  return wrong;
}

async function walk(
  crawler: Crawler,
  language: Language,
  steps: readonly (() => Promise<void>)[],
): Promise<string[]> {
  const known = new Set<string>();
  const wrong: string[] = [];
  for (const step of steps) {
    await step();
    wrong.push(...(await readAll(crawler, language, known)));
  }
  return wrong;
}

const once = (crawler: Crawler, times: number) =>
  Array.from({ length: times }, () => () => crawler.wanders(1));

const sellerInvite = async (): Promise<string> => {
  const { id } = await walnut.database.db.seller.findFirstOrThrow({ where: { name: '王秀英家' } });
  return `i_${await inTransaction(walnut.app.appContext, (context) => invite(context, id, 'owner'))}`;
};

/** The names and streets that buyers of either language give: sellers of the other see them as they were written. */
const strangersWords = [
  ...['Jane Park', '1 Taoyuan Road, Yingze District, Taiyuan, Shanxi'],
  ...['王芳', '太原市迎泽区桃园路1号'],
];

const officeInvite = async (): Promise<string> =>
  `i_${await inTransaction(walnut.app.appContext, (context) => inviteOperator(context))}`;

describe.each(['zh', 'en'] as const)('every screen in %s', (language) => {
  it('of a buyer is in their language, and so', async () => {
    const buyer = await openCrawler(walnut, 'buyer', tags[language]);
    const [first, second] = wanted[language];
    const wrong = await walk(buyer, language, [
      () => buyer.commands('start'),
      () => buyer.says(first),
      () => buyer.says(address[language]),
      () => buyer.taps('confirm/'),
      () => buyer.taps('order/'),
      () => buyer.taps('cancel/'),
      () => buyer.says(second),
      () => buyer.taps('confirm/'),
      () => buyer.commands('orders'),
      () => buyer.commands('me'),
      () => buyer.commands('help'),
      () => buyer.commands('start'),
      ...once(buyer, 110),
    ]);
    expect(wrong).toEqual([]);
    expect(new Set(buyer.seen.map(({ after }) => after)).size).toBeGreaterThan(80);
  }, 120_000);

  it('of a seller is in their language, and so', async () => {
    const seller = await openCrawler(walnut, 'seller', tags[language]);
    const payload = await sellerInvite();
    const wrong = await walk(seller, language, [
      () => seller.commands('start', payload),
      ...['orders', 'products', 'pack', 'sales', 'delivery', 'shop', 'helpers', 'live', 'help', 'start'].map(
        (name) => () => seller.commands(name),
      ),
      ...once(seller, 110),
    ]);
    expect(wrong).toEqual([]);
    expect(new Set(seller.seen.map(({ after }) => after)).size).toBeGreaterThan(60);
  }, 120_000);

  it('of the village office is in their language, and so', async () => {
    const office = await openCrawler(walnut, 'seller', tags[language]);
    const payload = await officeInvite();
    const wrong = await walk(office, language, [
      () => office.commands('start', payload),
      () => office.commands('office'),
      ...once(office, 50),
    ]);
    expect(wrong).toEqual([]);
    expect(new Set(office.seen.map(({ after }) => after)).size).toBeGreaterThan(10);
  }, 120_000);
});
