import { describe, expect, it } from 'vitest';
import { printedLink } from '../../src/flows/screens/files/share-pictures.ts';
import { formatPayload } from '../../src/flows/screens/links/deep-link.ts';
import { testClock } from '../support/clock.ts';
import { openHousehold } from '../support/household.ts';
import { newBuyer, ordersWalnuts } from '../support/stall.ts';

const clock = testClock();
const { walnut, seller } = openHousehold({ clock });

describe('a poster', () => {
  it('comes as a picture, at once by its command where one product is on sale', async () => {
    seller.says('/poster');
    await seller.waitsFor('正在画');
    const poster = await seller.waitsFor('核桃 的海报');
    expect(poster.photo).toBeDefined();
    expect(await walnut.database.db.media.count({ where: { state: 'stored', width: 1_080 } })).toBe(1);
  });

  it('is drawn for nobody else', async () => {
    const { payload } = await walnut.inviteSeller('李家');
    const other = walnut.telegram
      .person({ first_name: '李', language_code: 'zh' })
      .chatWith(walnut.sellerBot);
    other.starts(payload);
    const welcome = await other.waitsFor('欢迎，李家');
    const { id } = await walnut.database.db.product.findFirstOrThrow();
    await other.tapsForged(`poster/${id}`, welcome);
    await other.waitsFor('还没有正在卖的商品');
    const order = await walnut.database.db.order.findFirst();
    expect(order).toBeNull();
  });
});

describe('a sticker', () => {
  it('has a code that orders the same again, and is for those who pack the order', async () => {
    const buyer = await newBuyer(walnut, 'Ann');
    await ordersWalnuts(buyer);
    await seller.taps('✅ 接单', { on: await seller.waitsFor('等您接单') });
    await seller.taps('🏷 箱贴', { on: await seller.waitsFor('备货中') });
    const sticker = await seller.waitsFor('箱贴（60×40 毫米）');
    expect(sticker.photo).toBeDefined();
    const { id } = await walnut.database.db.order.findFirstOrThrow();
    buyer.starts(formatPayload({ is: 'again', id }));
    await buyer.waitsFor('Please check');
  });
});

describe('the printed address', () => {
  const telegram = 'https://t.me/walnut_bot?start=p_x';

  it('is a page that WeChat opens where there is one, but leads those who ordered in Telegram back there', () => {
    const page = 'https://walnut.example.org/?start=p_x';
    expect(printedLink([telegram, page])).toBe(page);
    expect(printedLink([telegram, page], true)).toBe(telegram);
    expect(printedLink([telegram, 'http://127.0.0.1:3000/?start=p_x'])).toBe(telegram);
    expect(printedLink([])).toBeUndefined();
  });
});
