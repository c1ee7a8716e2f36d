import { describe, expect, it } from 'vitest';
import { inTransaction } from '../../src/db/work.ts';
import { invite } from '../../src/shop/sellers/invites.ts';
import { asks, helpingAt } from '../support/helping.ts';
import { openHousehold } from '../support/household.ts';
import { findPersonCalled } from '../support/people.ts';

// A household shares its work with helpers, each with the rights that its owner chose.

const household = openHousehold({ sells: false });
const { walnut, seller: owner } = household;
const { newPacker, newPoster, sellsWalnuts } = helpingAt(household);

const db = () => walnut.database.db;

describe('helpers', () => {
  it('come by a link from the chat, with the rights the owner chose', async () => {
    await newPoster();
    await newPacker();
    const rows = await db().member.findMany({
      where: { role: 'helper' },
      orderBy: { createdAt: 'asc' },
      select: { rights: true },
    });
    expect(rows.map(({ rights }) => rights)).toEqual([['post'], ['pack']]);
  });

  it('do what they may, and every change says that it was they', async () => {
    await sellsWalnuts();
    const done = await asks(await newPoster(), '核桃还有100斤', '200斤 → 100斤');
    expect(done.text).toContain('核桃');
    const event = await db().productEvent.findFirstOrThrow({ orderBy: { id: 'desc' } });
    expect(event.personId).toBe((await findPersonCalled(walnut, '小李')).id);
  });

  it('are refused kindly what they may not', async () => {
    await sellsWalnuts();
    const [poster, packer] = [await newPoster(), await newPacker()];
    await asks(packer, '核桃还有5斤', '没有让您上货改货');
    await asks(packer, '/products', '没有让您上货改货');
    const after = await packer.sendsPhoto({ caption: '小米 8元一斤 有50斤' });
    await packer.waitsFor('没有让您上货改货', { after });
    expect(await db().product.count()).toBe(1);
    expect((await db().product.findFirstOrThrow()).onHand).toBe(100_000);
    await asks(poster, '/helpers', '帮手由当家的管');
    await asks(poster, '/orders', '没有让您打包发货');
  });

  it('gain and lose rights, and are thanked when they go', async () => {
    await sellsWalnuts();
    const packer = await newPacker();
    const list = await asks(owner, '/helpers', '帮手');
    await owner.taps('小赵', { on: list });
    const one = await owner.waitsFor('小赵：', { after: list });
    await owner.taps('⬜️ 上货改货', { on: one });
    await owner.waitsFor('上货改货、打包发货', { after: list });
    await asks(packer, '/products', '我的商品');
    await owner.taps('🗑 不用帮忙了');
    await owner.waitsFor('不让 小赵 再帮忙');
    await owner.taps('🗑 是的');
    await packer.waitsFor('不用您帮忙了');
    await asks(packer, '/products', '您还没有加入');
  });

  it('choose for whom they act, and always see it', async () => {
    await sellsWalnuts();
    const poster = await newPoster();
    const other = await walnut.inviteSeller('老张家');
    const token = await inTransaction(walnut.app.appContext, (context) =>
      invite(context, other.id, 'helper', ['post']),
    );
    poster.starts(`i_${token}`);
    const home = await poster.waitsFor('👤 替 老张家 办事');
    const draft = await (async () => {
      const after = await poster.sendsPhoto({ caption: '花生 10元一斤 有50斤' });
      return poster.waitsFor('👤 替 老张家 办事', { after });
    })();
    await poster.taps('✅ 上架', { on: draft });
    await poster.waitsFor('花生 上架了', { after: home });
    expect(await db().product.findFirstOrThrow({ where: { title: '花生' } })).toMatchObject({
      sellerId: other.id,
    });
    const which = await asks(poster, '/start', '👤 替 老张家 办事');
    await poster.taps('👥 换一家 ▾', { on: which });
    const choice = await poster.waitsFor('现在替哪家办事', { after: which });
    await poster.taps('王秀英家', { on: choice });
    await poster.waitsFor('现在起替 王秀英家 办事', { after: which });
    const list = await asks(poster, '/products', '👤 替 王秀英家 办事');
    expect(list.buttons.flat().some(({ label }) => label.includes('核桃'))).toBe(true);
    expect(list.buttons.flat().some(({ label }) => label.includes('花生'))).toBe(false);
  });
});
