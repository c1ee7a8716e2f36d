import { beforeEach, describe, expect, it } from 'vitest';
import { sealedAt } from '../../src/db/crypto/sealed-columns.ts';
import { inTransaction } from '../../src/db/work.ts';
import { inviteOperator } from '../../src/shop/sellers/invites.ts';
import { openHousehold } from '../support/household.ts';
import { findPersonCalled } from '../support/people.ts';
import { newBuyer, ordersWalnuts } from '../support/stall.ts';
import type { PrivateChat } from '../support/telegram/interface.ts';

const { walnut, seller } = openHousehold();
let office: PrivateChat;

beforeEach(async () => {
  const token = await inTransaction(walnut.app.appContext, inviteOperator);
  const person = walnut.telegram.person({ first_name: '李主任', language_code: 'zh-hans' });
  office = person.chatWith(walnut.sellerBot);
  office.starts(`i_${token}`);
  await office.waitsFor('您现在是村里服务站的人了');
});

const db = () => walnut.database.db;

/** Says a command and waits for what comes after it. */
async function asks(chat: PrivateChat, words: string, answer: string) {
  const after = chat.says(words);
  return chat.waitsFor(answer, { after });
}

describe('the village office', () => {
  it('sees today at a glance', async () => {
    const buyer = await newBuyer(walnut);
    await ordersWalnuts(buyer);
    const today = await asks(office, '/office', '今天');
    expect(today.text).toContain('1 单，1 位买家，¥15');
    expect(today.text).toContain('1 单还没人接');
  });

  it('invites a family by a link that works once', async () => {
    await asks(office, '/invite', '邀请谁家');
    office.says('赵大娘家');
    const made = await office.waitsFor('给 赵大娘家 的邀请');
    const payload = /start=(i_[\w-]+)/.exec(made.text ?? '')?.[1] ?? '';
    const zhao = walnut.telegram.person({ first_name: '赵', language_code: 'zh' }).chatWith(walnut.sellerBot);
    zhao.starts(payload);
    await zhao.waitsFor('赵大娘家');
    const late = walnut.telegram.person({ first_name: '钱', language_code: 'zh' }).chatWith(walnut.sellerBot);
    late.starts(payload);
    await late.waitsFor('邀请');
    expect(await db().member.count({ where: { seller: { name: '赵大娘家' } } })).toBe(1);
  });

  it('closes a family, which hears it and sells nothing until it is opened again', async () => {
    const list = await asks(office, '/office', '今天');
    await office.taps('👨‍🌾 农户', { on: list });
    const all = await office.waitsFor('农户');
    await office.taps('王秀英家', { on: all });
    await office.waitsFor('营业');
    await office.taps('⛔️ 关店');
    await office.waitsFor('商品都会暂停');
    await office.taps('⛔️ 是的，关店');
    await seller.waitsFor('商品都已暂停');
    await office.waitsFor('已关店');
    expect(await db().product.findMany({ select: { status: true } })).toEqual([{ status: 'paused' }]);
    await office.taps('✅ 让开店');
    await seller.waitsFor('可以卖了');
  });

  it('sees what texts and names by a model cost, and how many sellers took', async () => {
    const product = await db().product.findFirstOrThrow();
    const member = await db().member.findFirstOrThrow({ where: { sellerId: product.sellerId } });
    const now = new Date();
    const of = { productId: product.id, sellerId: product.sellerId };
    const spent = { model: 'loopback', tokensIn: 900, tokensOut: 300, latencyMs: 800 };
    const states = ['used', 'shown', 'cancelled'] as const;
    await db().writerDraft.createMany({
      data: states.map((state) => {
        const asked = { personId: member.personId, askedAt: now, writtenBy: 'model', prompt: 'draft-3' };
        return { ...of, ...spent, ...asked, state, costMicros: 500_000, sealed: new Uint8Array() };
      }),
    });
    const name = { ...of, ...spent, kind: 'photo-name', prompt: 'photo-1', at: now };
    await db().modelUse.createMany({
      data: [
        { ...name, said: {}, costMicros: 30_000 },
        { ...name, said: { title: '核桃' }, costMicros: 20_000, isUsed: true },
      ],
    });
    await asks(office, '/office', '今天');
    await office.taps('✍️ 写作助手');
    const { text } = await office.waitsFor('最近 30 天');
    expect(text).toContain('拟了 2 份（模型 2 份），卖家采用 1 份');
    expect(text).toContain('看了 2 张照片，起的名字卖家采用 1 个');
    expect(text).toContain('模型花费 ¥1.55');
  });

  it('has stuck messages and given-up jobs tried again', async () => {
    await newBuyer(walnut);
    const { channel, address } = await db().chat.findFirstOrThrow({ where: { channel: 'telegram-buyer' } });
    const sealed = walnut.app.appContext.cipher.encrypt(
      { from: { name: 'Li' }, body: { is: 'command', name: 'help', rest: '' } },
      sealedAt('inbox.sealed', channel, 'stuck'),
    );
    const row = { channel, address, key: 'stuck', seq: 1n, sealed, tries: 3, at: new Date() };
    await db().inbox.create({ data: { ...row, state: 'parked' } });
    const work = { job: 'fetch-photo', payload: { media: 'not an id' }, dueAt: row.at, createdAt: row.at };
    await db().outbox.create({ data: work });
    await walnut.app.jobs?.sweep();
    await walnut.app.jobs?.idle();

    const today = await asks(office, '/office', '今天');
    expect(today.text).toContain('1 条消息没办成，1 件自动的事没做成');
    await office.taps('⚠️ 没办成的消息 (1)', { on: today });
    await office.waitsFor('没有办成');
    expect((await office.taps('🔁 Li 再试')).toast).toBe('马上再试');
    await walnut.app.engine.sweep();
    await walnut.app.engine.idle();
    expect(await db().inbox.findFirst({ where: { key: 'stuck' } })).toMatchObject({ state: 'handled' });

    const failed = await asks(office, '/office', '1 件自动的事没做成');
    await office.taps('🛠 没做成的事 (1)', { on: failed });
    await office.waitsFor('取照片');
    expect((await office.taps('🔁 取照片')).toast).toBe('马上再试');
  });

  it('bans somebody by an order of theirs, and lets them back in', async () => {
    const buyer = await newBuyer(walnut, 'Rude');
    await ordersWalnuts(buyer);
    const { number } = await db().order.findFirstOrThrow({ orderBy: { number: 'desc' } });
    const asked = await asks(office, `/ban ${number}`, '要把 Rude 拉黑吗');
    expect(asked.text).toContain('不能下单');
    expect(asked.text).toContain('他有 1 单还没办完，照旧算数');
    expect(await db().person.count({ where: { bannedAt: { not: null } } })).toBe(0);
    await office.taps('🚫 是的，拉黑');
    const banned = await office.waitsFor('点一下放出来');
    expect(banned.text).toContain('Rude 已经拉黑');
    const before = buyer.heard().length;
    buyer.says('/start');
    await walnut.app.engine.idle();
    expect(buyer.heard()).toHaveLength(before);
    await office.taps('↩️ Rude');
    await office.waitsFor('把 Rude 放出来吗');
    expect(await db().person.count({ where: { bannedAt: { not: null } } })).toBe(1);
    await office.taps('↩️ 是的，放出来');
    expect((await office.waitsFor('黑名单是空的')).text).toContain('Rude 已经放出来');
    await asks(buyer, '/start', 'Welcome');
  });

  it('is asked first by buttons of earlier releases too, before it closes a family or ends a ban', async () => {
    await newBuyer(walnut, 'Rude');
    const { id: person } = await findPersonCalled(walnut, 'Rude');
    await db().person.update({ where: { id: person }, data: { bannedAt: new Date() } });
    const { id: family } = await db().seller.findFirstOrThrow({ orderBy: { createdAt: 'asc' } });
    const old = await asks(office, '/office', '今天');
    await office.tapsForged(`unban/${person}`, old);
    await office.waitsFor('把 Rude 放出来吗');
    await office.tapsForged(`household/${family}/closed`, old);
    await office.waitsFor('商品都会暂停');
    expect(await db().person.count({ where: { bannedAt: { not: null } } })).toBe(1);
    expect(await db().seller.count({ where: { state: 'closed' } })).toBe(0);
  });

  it('is closed to everybody else, whatever they tap', async () => {
    await newBuyer(walnut, 'Rude');
    const stuck = await asks(seller, '/office', '这里是村里服务站用的');
    const { id } = await db().seller.findFirstOrThrow({ orderBy: { createdAt: 'asc' } });
    const { id: person } = await findPersonCalled(walnut, 'Rude');
    for (const data of ['office', 'families/0', 'parked/0', 'failed/0', 'banned/0', 'talks/0', 'invite']) {
      await seller.tapsForged(data, stuck);
      await seller.waitsFor('这里是村里服务站用的');
    }
    for (const data of [`household-closed/${id}`, `ban/${person}`]) await seller.tapsForged(data, stuck);
    expect(await db().seller.count({ where: { state: 'closed' } })).toBe(0);
    expect(await db().person.count({ where: { bannedAt: { not: null } } })).toBe(0);
  });
});
