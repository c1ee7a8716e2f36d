import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { choiceActions } from '../../src/chat/outbound/choices/digits.ts';
import { decodeBody } from '../../src/chat/outbound/messages.ts';
import { sealedAt } from '../../src/db/crypto/sealed-columns.ts';
import { inTransaction } from '../../src/db/work.ts';
import { invite } from '../../src/shop/sellers/invites.ts';
import { digitsChannel, type Phone } from '../support/digits.ts';
import { sellerOfWalnuts } from '../support/stall.ts';
import { startWalnut, type Walnut } from '../support/walnut.ts';

// Two people with plain phones, one who buys and one who sells, go wherever numbers lead.

const buyers = digitsChannel('buyer');
const sellers = digitsChannel('seller');
let walnut: Walnut;
let people: { buyer: Walk; seller: Walk };

const STEPS = 90;
/** Answers to whatever may be asked; what does not fit is misunderstood, and the walk goes on. */
const ANSWERS = [
  '2斤',
  'Li Lei, 13800001234, 太原市迎泽区桃园路12号',
  'SF1234567890123',
  '明天晚上8点',
  '谢谢',
];

interface Walk {
  readonly phone: Phone;
  /** The choices tried, by their labels without digits, and how often. */
  readonly tried: Map<string, number>;
  /** What was said right after a number. */
  readonly replies: string[];
  questions: number;
}

beforeAll(async () => {
  walnut = await startWalnut({ channels: [buyers, sellers] });
  await sellerOfWalnuts(walnut);
  const { id } = await walnut.database.db.seller.findFirstOrThrow({ orderBy: { createdAt: 'asc' } });
  const token = await inTransaction(walnut.app.appContext, (context) => invite(context, id, 'owner'));
  const walkOf = (phone: Phone): Walk => ({ phone, tried: new Map(), replies: [], questions: 0 });
  const engine = () => walnut.app.engine;
  people = { buyer: walkOf(buyers.phone(engine, 'zh')), seller: walkOf(sellers.phone(engine, 'zh')) };
  await people.buyer.phone.says('/start');
  await people.seller.phone.says(`/start i_${token}`);
  for (let step = 0; step < STEPS; step += 1) {
    await walkOn(people.buyer);
    await walkOn(people.seller);
  }
}, 60_000);
afterAll(() => walnut.stop());

/** Answers every other question, and else picks what was tried least. */
async function walkOn(walk: Walk): Promise<void> {
  const { phone, tried, replies } = walk;
  const newest = phone.heard().at(-1) ?? '';
  if (/或者直接回答|？$/.test(newest)) {
    walk.questions += 1;
    if (walk.questions % 2 === 1) return phone.says(ANSWERS[(walk.questions >> 1) % ANSWERS.length] ?? '');
  }
  const often = ({ kind }: { kind: string }): number => tried.get(kind) ?? 0;
  const [least] = choicesIn(newest).toSorted((one, other) => often(one) - often(other));
  if (!least) return phone.says('0');
  tried.set(least.kind, often(least) + 1);
  await phone.says(least.number);
  replies.push(phone.heard().at(-1) ?? '');
}

const choicesIn = (text: string): { number: string; kind: string }[] =>
  [...text.matchAll(/^(\d+) (.*)$/gm)].map(([, number = '', label = '']) => ({
    number,
    kind: label.replaceAll(/[\d.]+/g, '…'),
  }));

/** Everything a phone was told, as it is kept. */
async function told({ phone }: Walk) {
  const rows = await walnut.database.db.message.findMany({ where: { chat: { address: phone.address } } });
  return rows.map(({ id, sealed }) =>
    decodeBody(walnut.app.appContext.cipher.decrypt(sealed, sealedAt('message.sealed', id))),
  );
}

describe.each(['buyer', 'seller'] as const)('numbers alone, for a %s', (side) => {
  it('are never taken for anything but the choice they stand for', () => {
    const { replies } = people[side];
    expect(replies.length).toBeGreaterThan(STEPS / 2);
    expect(replies.filter((text) => /没有这个数字|用不了了|没看懂|出了故障/.test(text))).toEqual([]);
  });

  it('lead wherever a button would: every screen lists all that can be tapped', async () => {
    // An alert may still be on its way.
    await vi.waitFor(async () => {
      const listed = people[side].phone.heard().map((text) => choicesIn(text).length);
      const tappable = (await told(people[side])).map((body) => choiceActions(body).length);
      expect(listed.toSorted()).toEqual(tappable.toSorted());
    }, 10_000);
  });

  it('come to most kinds of screens', () => {
    expect(people[side].tried.size).toBeGreaterThan(30);
  });
});
