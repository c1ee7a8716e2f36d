import { beforeEach, describe, expect, it } from 'vitest';
import { inTransaction } from '../../src/db/work.ts';
import { invite, inviteOperator } from '../../src/shop/sellers/invites.ts';
import { openHousehold } from '../support/household.ts';
import { findPersonCalled } from '../support/people.ts';
import { newBuyer } from '../support/stall.ts';
import type { PrivateChat } from '../support/telegram/interface.ts';

const { walnut, seller } = openHousehold();
let office: PrivateChat;
beforeEach(async () => {
  office = await operator('李主任');
});

const db = () => walnut.database.db;
const personCalled = (name: string) => findPersonCalled(walnut, name);

async function operator(name: string): Promise<PrivateChat> {
  const token = await inTransaction(walnut.app.appContext, inviteOperator);
  const chat = walnut.telegram
    .person({ first_name: name, language_code: 'zh-hans' })
    .chatWith(walnut.sellerBot);
  chat.starts(`i_${token}`);
  await chat.waitsFor('您现在是村里服务站的人了');
  return chat;
}

async function owner(name: string): Promise<PrivateChat> {
  const { id } = await db().seller.findFirstOrThrow({ orderBy: { createdAt: 'asc' } });
  const token = await inTransaction(walnut.app.appContext, (context) => invite(context, id, 'owner'));
  const chat = walnut.telegram
    .person({ first_name: name, language_code: 'zh-hans' })
    .chatWith(walnut.sellerBot);
  chat.starts(`i_${token}`);
  await chat.waitsFor('欢迎，王秀英家');
  return chat;
}

async function silent(chat: PrivateChat, words: string): Promise<void> {
  const before = chat.heard().length;
  chat.says(words);
  await walnut.app.engine.idle();
  expect(chat.heard()).toHaveLength(before);
}

describe('a ban', () => {
  it('reaches somebody who never ordered, from the call for help that names them, at both doors', async () => {
    const person = walnut.telegram.person({ first_name: 'Rude', language_code: 'en' });
    const rude = person.chatWith(walnut.buyerBot);
    rude.starts();
    await rude.waitsFor('Welcome to Lingtou');
    rude.says('/person');
    await office.taps('🚫 拉黑', { on: await office.waitsFor('Rude') });
    await office.taps('🚫 是的，拉黑', { on: await office.waitsFor('拉黑吗') });
    await office.waitsFor('点一下放出来');
    await silent(rude, '/start');
    await silent(person.chatWith(walnut.sellerBot), '/start');
  });

  it('cannot be made by anybody else', async () => {
    await newBuyer(walnut, 'Kind');
    const stuck = await seller.waitsFor('欢迎');
    const { id } = await personCalled('Kind');
    await seller.tapsForged(
      `ban-ask/~${Buffer.from(id.replaceAll('-', ''), 'hex').toString('base64url')}`,
      stuck,
    );
    await seller.waitsFor('这里是村里服务站用的');
  });
});

describe('an owner', () => {
  it('is removed by another owner, and is out at once', async () => {
    const other = await owner('二柱');
    seller.says('/helpers');
    await seller.taps('二柱 · 当家的', { on: await seller.waitsFor('帮手') });
    await seller.waitsFor('二柱：当家的');
    await seller.taps('🗑 请出小店');
    await seller.taps('🗑 是的', { on: await seller.waitsFor('不让 二柱 再帮忙') });
    await other.waitsFor('不用您帮忙了');
    const after = other.says('/pack');
    expect((await other.waitsFor('', { after })).text).not.toContain('装货单');
    expect(await db().member.count({ where: { personId: (await personCalled('二柱')).id } })).toBe(0);
  });

  it('is removed by an operator, but never the last one', async () => {
    await owner('二柱');
    const asked = office.says('/office');
    await office.taps('👨‍🌾 农户', { on: await office.waitsFor('今天', { after: asked }) });
    await office.taps('王秀英家', { on: await office.waitsFor('农户') });
    await office.taps('👥 店里的人', { on: await office.waitsFor('营业') });
    await office.taps('🗑 二柱', { on: await office.waitsFor('店里的人：2 位') });
    await office.taps('🗑 是的', { on: await office.waitsFor('请 二柱 离开吗') });
    await office.waitsFor('店里的人：1 位');
    await office.taps('🗑 秀英');
    await office.waitsFor('请 秀英 离开吗');
    expect((await office.taps('🗑 是的')).toast).toContain('最后一位当家的要留下');
    expect(await db().member.count({ where: { role: 'owner' } })).toBe(1);
  });
});

describe('an operator', () => {
  it('is removed by another, who cannot remove themselves', async () => {
    const late = await operator('赵干事');
    const asked = office.says('/office');
    await office.taps('🏛 服务站的人', { on: await office.waitsFor('今天', { after: asked }) });
    await office.taps('🗑 赵干事', { on: await office.waitsFor('服务站的人：2 位') });
    await office.taps('🗑 是的', { on: await office.waitsFor('请 赵干事 离开吗') });
    const after = late.says('/office');
    await late.waitsFor('这里是村里服务站用的', { after });
    const { id } = await personCalled('李主任');
    const act = await inTransaction(walnut.app.appContext, async (context) => {
      const { admin } = await import('../../src/shop/admin/office.ts');
      return admin(context).removeOperator(id, id);
    });
    expect(act).toEqual({ ok: false, refusal: 'oneself' });
  });
});
