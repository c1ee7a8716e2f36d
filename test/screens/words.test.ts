import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { seedDemo } from '../../prisma/demo/seed.ts';
import type { Side } from '../../src/chat/dsl/event.ts';
import { inTransaction } from '../../src/db/work.ts';
import { invite, inviteOperator } from '../../src/shop/sellers/invites.ts';
import { openBrowser } from '../support/browser.ts';
import { startWalnut, type Walnut } from '../support/walnut.ts';
import { type Crawler, openCrawler } from './crawl.ts';
import { findUgly } from './drawn.ts';
import { commandsOf } from './routes.ts';
import { findScraps } from './scraps.ts';
import { findUntruths } from './truths.ts';
import type { Language } from './visitor.ts';

// Everybody goes everywhere in the demo: what they read is in their language and so, and keeps nobody out as the page draws it.

let walnut: Walnut;
let browser: Browser;

beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(() => browser.close());

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

/** Longer than any walk is: a screen that always leads to another kind would never end one. */
const MOST_STEPS = 500;

/** Says and taps `steps`, then everything that what was seen leads to. */
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
  for (let step = 0; await crawler.wanders(); step += 1) {
    if (step > MOST_STEPS) throw new Error('the walk does not end');
    wrong.push(...(await readAll(crawler, language, known)));
  }
  return wrong;
}

const draws = (crawler: Crawler, language: Language): Promise<string[]> =>
  findUgly(browser, walnut.app.url ?? '', crawler.seen, language);

const says = (crawler: Crawler, side: Side) => commandsOf(side).map((name) => () => crawler.commands(name));

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
  // A village of its own for each language: what one walk does to an order is done.
  beforeAll(async () => {
    walnut = await startWalnut({ isEmpty: true });
    await seedDemo(walnut.app.appContext);
  });
  afterAll(() => walnut.stop());

  it('of a newcomer is in their language, and so', async () => {
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
      ...says(buyer, 'buyer'),
      () => buyer.commands('start'),
    ]);
    expect(wrong).toEqual([]);
    expect(await draws(buyer, language)).toEqual([]);
  }, 300_000);

  it('of a buyer with an order in each state is in their language, and so', async () => {
    const { id } = await walnut.database.db.chat.findFirstOrThrow({
      where: { address: { startsWith: 'demo-' } },
    });
    const buyer = await openCrawler(walnut, 'buyer', tags[language], id);
    await buyer.commands('language', language);
    const wrong = await walk(buyer, language, [
      () => buyer.commands('orders'),
      ...says(buyer, 'buyer'),
      () => buyer.commands('orders'),
    ]);
    expect(wrong).toEqual([]);
    expect(await draws(buyer, language)).toEqual([]);
  }, 300_000);

  it('of a seller is in their language, and so', async () => {
    const seller = await openCrawler(walnut, 'seller', tags[language]);
    const payload = await sellerInvite();
    const wrong = await walk(seller, language, [
      () => seller.commands('start', payload),
      ...says(seller, 'seller'),
      () => seller.commands('start'),
    ]);
    expect(wrong).toEqual([]);
    expect(await draws(seller, language)).toEqual([]);
  }, 300_000);

  it('of the village office is in their language, and so', async () => {
    const office = await openCrawler(walnut, 'seller', tags[language]);
    const payload = await officeInvite();
    const wrong = await walk(office, language, [
      () => office.commands('start', payload),
      ...says(office, 'seller'),
      () => office.commands('office'),
    ]);
    expect(wrong).toEqual([]);
    expect(await draws(office, language)).toEqual([]);
  }, 300_000);
});
