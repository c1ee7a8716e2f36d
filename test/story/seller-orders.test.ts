import { describe, expect, it } from 'vitest';
import { openTracking } from '../../src/shop/customers/tracking.ts';
import { testClock } from '../support/clock.ts';
import { openHousehold } from '../support/household.ts';
import { newBuyer, ordersWalnuts } from '../support/stall.ts';
import type { PrivateChat } from '../support/telegram/interface.ts';
import type { SeenMessage } from '../support/telegram/phone.ts';

const clock = testClock();
const { walnut, seller } = openHousehold({ clock });

/** A buyer has ordered one 斤 of walnuts, and the seller has it before them. */
async function withOrder(name: string): Promise<{ buyer: PrivateChat; number: string }> {
  const buyer = await newBuyer(walnut, name);
  await ordersWalnuts(buyer);
  const { number } = await walnut.database.db.order.findFirstOrThrow({ orderBy: { number: 'desc' } });
  await seller.waitsFor(`${number} · 等您接单`);
  return { buyer, number };
}

async function accepted(name: string): Promise<{ buyer: PrivateChat; number: string }> {
  const { buyer, number } = await withOrder(name);
  await seller.taps('✅ 接单', { on: await seller.waitsFor(`${number} · 等您接单`) });
  await buyer.waitsFor('has accepted');
  await seller.taps('🚚 发货', { on: await seller.waitsFor(`${number} · 备货中`) });
  await seller.waitsFor(`${number} 的运单号`);
  return { buyer, number };
}

const labelsOf = ({ buttons }: SeenMessage): string[] => buttons.flat().map(({ label }) => label);

const rowOf = (number: string) => walnut.database.db.order.findUniqueOrThrow({ where: { number } });

describe('an order that comes in', () => {
  it('is told at once with its lines, address and payment, and accepted with one tap', async () => {
    const { buyer, number } = await withOrder('Ann');
    const notice = await seller.waitsFor(`${number} · 等您接单`);
    expect(notice.text).toMatch(/核桃 1斤 · ¥15[\s\S]*货到付款[\s\S]*Li Lei[\s\S]*Taoyuan Road/);
    await seller.taps('✅ 接单', { on: notice });
    await buyer.waitsFor('has accepted');
    expect((await rowOf(number)).fulfilment).toBe('accepted');
  });

  it('is declined with a reason that the buyer reads', async () => {
    const { buyer, number } = await withOrder('Ben');
    await seller.taps('✖️ 不接', { on: await seller.waitsFor(`${number} · 等您接单`) });
    await seller.waitsFor(`${number} 为什么不接`);
    await seller.taps('🚚 送不到那里');
    const heard = await buyer.waitsFor('could not take your order');
    expect(heard.text).toContain('we cannot ship to your place');
    expect((await rowOf(number)).fulfilment).toBe('declined');
  });

  it('is declined in the seller’s own words, which stay with the order and can be answered', async () => {
    const { buyer, number } = await withOrder('Cid');
    await seller.taps('✖️ 不接', { on: await seller.waitsFor(`${number} · 等您接单`) });
    await seller.waitsFor(`${number} 为什么不接`);
    await seller.taps('✏️ 别的，我自己写');
    await seller.waitsFor('请写一句给买家');
    seller.says('下雨路断了，下周再来');
    const heard = await buyer.waitsFor('下雨路断了');
    expect(heard.text).toContain('The seller says');
    const talk = await walnut.database.db.conversation.findFirstOrThrow({ include: { messages: true } });
    expect(talk.messages).toHaveLength(1);
    expect((await rowOf(number)).fulfilment).toBe('declined');
  });

  it('is declined in words without a tap more; what is left of the goods is no reason', async () => {
    const { buyer, number } = await withOrder('Dot');
    await seller.taps('✖️ 不接', { on: await seller.waitsFor(`${number} · 等您接单`) });
    const asked = await seller.waitsFor(`${number} 为什么不接`);
    seller.says('核桃还有199斤');
    const left = await seller.waitsFor('199斤', { after: asked });
    expect((await rowOf(number)).fulfilment).toBe('placed');
    seller.says(number);
    await seller.taps('✖️ 不接', { on: await seller.waitsFor(`${number} · 等您接单`, { after: left }) });
    await seller.waitsFor(`${number} 为什么不接`, { after: left });
    seller.says('昨天被老鼠咬坏了，对不起');
    await buyer.waitsFor('昨天被老鼠咬坏了');
    expect((await rowOf(number)).fulfilment).toBe('declined');
  });
});

describe('a parcel', () => {
  it('goes with a number whose courier is recognised, and a link to follow it', async () => {
    const { buyer, number } = await accepted('Dan');
    seller.says('SF1234567890123');
    const heard = await buyer.waitsFor('is on its way');
    expect(heard.text).toContain('SF Express SF1234567890123');
    expect(JSON.stringify(heard)).toContain(
      'https://www.kuaidi100.com/chaxun?com=shunfeng&nu=SF1234567890123',
    );
    const row = await rowOf(number);
    expect(row).toMatchObject({ courier: 'SF', trackingNumber: null });
    expect(openTracking(walnut.app.appContext.cipher, row)).toBe('SF1234567890123');
  });

  it('goes with a number that might be several couriers’; the seller says whose in one tap', async () => {
    const { buyer, number } = await accepted('Eva');
    seller.says('123456789012');
    await buyer.waitsFor('123456789012');
    await seller.taps('中通', { on: await seller.waitsFor('这是哪家快递') });
    await seller.waitsFor('记下了：中通');
    const heard = await buyer.waitsFor('travels with ZTO');
    expect(heard.text).toContain('ZTO 123456789012');
    expect((await rowOf(number)).courier).toBe('ZTO');
  });

  it('goes with a photo of the slip and the number below it; the photo stays with the order', async () => {
    const { buyer, number } = await accepted('Fay');
    await seller.sendsPhoto({ caption: '圆通 YT8901234567890' });
    await seller.waitsFor(`${number} · 已发货`);
    await walnut.photosStored();
    clock.advance(2_000);
    await walnut.app.jobs?.sweep();
    const heard = await buyer.waitsFor('YTO YT8901234567890');
    expect(heard.photo).toBeDefined();
    await seller.taps('🧾 看底单', { on: await seller.waitsFor(`${number} · 已发货`) });
    const slip = await seller.waitsFor(`${number} 的底单`);
    expect(slip.photo).toBeDefined();
  });

  it('goes with a photo alone, and the number is added when it is known', async () => {
    const { buyer, number } = await accepted('Gus');
    await seller.sendsPhoto({});
    await seller.waitsFor('底单收好了');
    await seller.taps('不写单号，就这样发');
    await seller.waitsFor(`${number} · 已发货`);
    await walnut.photosStored();
    clock.advance(2_000);
    await walnut.app.jobs?.sweep();
    await buyer.waitsFor('is on its way');
    const sent = await seller.waitsFor(`${number} · 已发货`);
    expect(labelsOf(sent)).toContain('🧾 看底单');
    await seller.taps('✏️ 补运单号', { on: sent });
    await seller.waitsFor(`${number} 的运单号是多少`, { after: sent });
    const said = seller.says('JT0001234567890');
    await buyer.waitsFor('J&T JT0001234567890');
    expect(labelsOf(await seller.waitsFor(`${number} · 已发货`, { after: said }))).toContain('✏️ 改运单号');
    expect(await rowOf(number)).toMatchObject({ fulfilment: 'shipped', courier: 'JT' });
  });

  it('goes by one message with the order’s number before the parcel’s', async () => {
    const { buyer, number } = await accepted('Guy');
    seller.says('/cancel');
    seller.says(`${number} 中通 75123456789012`);
    await buyer.waitsFor('ZTO 75123456789012');
    expect(await rowOf(number)).toMatchObject({ fulfilment: 'shipped', courier: 'ZTO' });
  });

  it('goes without a slip where there is none, and none is offered', async () => {
    const { number } = await accepted('Ivy');
    seller.says('SF1234567890777');
    const sent = await seller.waitsFor(`${number} · 已发货`);
    expect(labelsOf(sent)).toContain('✏️ 改运单号');
    expect(labelsOf(sent)).not.toContain('🧾 看底单');
    const asked = seller.says(number);
    expect(labelsOf(await seller.waitsFor(`${number} · 已发货`, { after: asked }))).not.toContain(
      '🧾 看底单',
    );
  });

  it('asks again for what is no number', async () => {
    await accepted('Hal');
    seller.says('明天发');
    await seller.waitsFor('8 到 30 位');
  });
});

describe('the list of orders', () => {
  it('shows open ones, and those that are done with on another page', async () => {
    const { number: declined } = await withOrder('Ben');
    await seller.taps('✖️ 不接', { on: await seller.waitsFor(`${declined} · 等您接单`) });
    await seller.taps('🚚 送不到那里', { on: await seller.waitsFor(`${declined} 为什么不接`) });
    await seller.waitsFor('没有接');
    const { number } = await withOrder('Ida');
    seller.says('/orders');
    await seller.waitsFor('待办订单');
    await seller.taps('✔️ 看办完的');
    const done = await seller.waitsFor('办完的订单');
    expect(JSON.stringify(done)).not.toContain(number);
    expect(JSON.stringify(done)).toContain('没有接');
  });
});

describe('orders that nobody has touched', () => {
  const HOUR = 3_600_000;

  it('are brought to mind once, by day, all in one message', async () => {
    const { number } = await withOrder('Jon');
    const { number: other } = await withOrder('Kay');
    // Ten in the evening of the village: everybody is left alone.
    while (hourThere() !== 22) clock.advance(HOUR);
    await walnut.app.jobs?.sweep();
    await seller.settles();
    expect(seller.sees('买家在等回复')).toBe(false);
    while (hourThere() !== 8) clock.advance(HOUR);
    await walnut.app.jobs?.sweep();
    const heard = await seller.waitsFor('买家在等回复');
    expect(JSON.stringify(heard)).toContain(number);
    expect(JSON.stringify(heard)).toContain(other);
    clock.advance(HOUR);
    await walnut.app.jobs?.sweep();
    await seller.settles();
    expect(seller.messages().filter((one) => one.text.includes('买家在等回复'))).toHaveLength(1);
    await seller.taps(number, { on: heard });
    await seller.waitsFor(`${number} · 等您接单`);
  });

  const hourThere = (): number =>
    Number(
      new Intl.DateTimeFormat('en', { hour: 'numeric', hourCycle: 'h23', timeZone: 'Asia/Shanghai' }).format(
        clock.now(),
      ),
    );
});
