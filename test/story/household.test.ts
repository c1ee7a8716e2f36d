import { describe, expect, it } from 'vitest';
import { asks, helpingAt } from '../support/helping.ts';
import { openHousehold } from '../support/household.ts';

// A household joins, and tells about itself.

const household = openHousehold({ sells: false });
const { walnut, seller: owner } = household;
const { sellsWalnuts } = helpingAt(household);

const db = () => walnut.database.db;

describe('joining', () => {
  it('asks for name, goods and pick-up place one at a time, then shows the shop with its link and code', async () => {
    await owner.taps('🏡 填一下小店资料');
    const name = await owner.waitsFor('店名叫什么');
    await owner.sendsPhoto({});
    await owner.waitsFor('请用文字回答上面的问题');
    await owner.taps('✅ 就叫 王秀英家', { on: name });
    await owner.waitsFor('您家卖什么');
    await asks(owner, '核桃、小米', '来哪里自提');
    const card = await asks(owner, '村口老槐树旁', '自提：村口老槐树旁');
    expect(card.text).toContain('村子：岭头');
    expect(card.text).toContain('卖：核桃、小米');
    expect(card.text).toMatch(/https:\/\/t\.me\/walnut_bot\?start=s_[\w-]{22}/);
    await owner.taps('🔳 小店二维码', { on: card });
    const code = await owner.waitsFor('扫码进 王秀英家', { within: 10_000 });
    expect(code.photo).toBeDefined();
  });

  it('lets an owner rename the shop, and buyers find its goods by the new name', async () => {
    await sellsWalnuts();
    const card = await asks(owner, '/shop', '王秀英家');
    await owner.taps('✏️ 店名', { on: card });
    await owner.waitsFor('店名叫什么', { after: card });
    await asks(owner, '秀英山货', '秀英山货');
    const { search } = await db().product.findFirstOrThrow();
    expect(search.join(' ')).toContain('秀');
  });
});
