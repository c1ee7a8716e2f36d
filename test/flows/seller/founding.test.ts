import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { inTransaction } from '../../../src/db/work.ts';
import { inviteOperator } from '../../../src/shop/sellers/invites.ts';
import type { PrivateChat } from '../../support/telegram/interface.ts';
import { startWalnut, type Walnut } from '../../support/walnut.ts';

let walnut: Walnut;

beforeEach(async () => {
  walnut = await startWalnut({ isEmpty: true });
});
afterEach(() => walnut.stop());

const db = () => walnut.database.db;

/** Somebody who opens the link of the office. */
async function operator(name: string, language: string): Promise<PrivateChat> {
  const token = await inTransaction(walnut.app.appContext, inviteOperator);
  const chat = walnut.telegram
    .person({ first_name: name, language_code: language })
    .chatWith(walnut.sellerBot);
  chat.starts(`i_${token}`);
  return chat;
}

/** Says something and waits for what comes after it. */
async function asks(chat: PrivateChat, words: string, answer: string) {
  const after = chat.says(words);
  return chat.waitsFor(answer, { after });
}

describe('the first operator', () => {
  it('founds the village in chat alone, one question after the other, and invites a family', async () => {
    const office = await operator('李主任', 'zh-hans');
    await office.waitsFor('村子叫什么');
    await asks(office, '岭头村', '属于哪个县');
    await asks(office, '汾阳市', '在哪个省');
    const card = await asks(office, '山西省', '对吗');
    expect(card.text).toContain('岭头村');
    expect(card.text).toContain('山西省汾阳市');
    expect(await db().village.count()).toBe(0);
    await office.taps('✅ 建村');
    await office.waitsFor('岭头村 建好了');
    expect(await db().village.findMany()).toMatchObject([
      { name: '岭头村', county: '汾阳市', province: '山西省', timeZone: 'Asia/Shanghai', currency: 'CNY' },
    ]);
    await office.taps('➕ 邀请农户');
    await office.waitsFor('邀请谁家');
    await asks(office, '王秀英家', '给 王秀英家 的邀请');
  });

  it('does it in English, corrects one answer on the card, and says yes in words', async () => {
    const office = await operator('Li', 'en');
    await office.waitsFor('What is the village called');
    await asks(office, 'Lingtuo', 'Which county');
    await asks(office, 'Fenyang', 'Which province');
    const wrong = await asks(office, 'Shanxi', 'Is that right');
    await office.taps('✏️ Name');
    await office.waitsFor('What is the village called', { after: wrong });
    const card = await asks(office, 'Lingtou', 'Is that right');
    expect(card.text).toContain('Lingtou');
    expect(card.text).toContain('Fenyang, Shanxi');
    await asks(office, 'yes', 'Lingtou is founded');
    expect(await db().village.findMany()).toMatchObject([{ name: 'Lingtou', nameEn: 'Lingtou' }]);
  });

  it.each([
    ['山西省汾阳市杨家庄镇岭头村', '杨家庄镇岭头村', '汾阳市', '山西省'],
    ['我们村在重庆市城口县修齐村。', '修齐村', '城口县', '重庆市'],
    ['内蒙古自治区赤峰市林家地村', '林家地村', '赤峰市', '内蒙古自治区'],
    ['岭头村，汾阳市，山西省', '岭头村', '汾阳市', '山西省'],
  ])('may say all three in one answer: %s', async (said, name, county, province) => {
    const office = await operator('李主任', 'zh');
    await office.waitsFor('村子叫什么');
    const card = await asks(office, said, '对吗');
    expect(card.text).toContain(`🏡 ${name}\n📍 ${province}${county}`);
    await asks(office, '对', `${name} 建好了`);
  });

  it('may answer in sentences, of which the names are kept', async () => {
    const office = await operator('李主任', 'zh');
    await office.waitsFor('村子叫什么');
    await asks(office, '我们村叫岭头村。', '属于哪个县');
    await asks(office, '属于汾阳市', '在哪个省');
    const card = await asks(office, '在山西省！', '对吗');
    expect(card.text).toContain('🏡 岭头村\n📍 山西省汾阳市');
  });

  it('is asked again where an answer is none, and comes back to where it was left', async () => {
    const office = await operator('李主任', 'zh');
    await office.waitsFor('村子叫什么');
    await asks(office, '123', '村子叫什么');
    await asks(office, '为什么要问这个？', '村子叫什么');
    await asks(office, '岭头村', '属于哪个县');
    await asks(office, '/invite 王秀英家', '属于哪个县');
    await asks(office, '/office', '属于哪个县');
    await asks(office, '汾阳市', '在哪个省');
    await asks(office, '山西省', '对吗');
    await asks(office, '不知道', '对吗');
    await asks(office, '/cancel', '取消');
    await asks(office, '你好', '村子叫什么');
    expect(await db().village.count()).toBe(0);
    expect(await db().inbox.count({ where: { state: 'parked' } })).toBe(0);
  });

  it('hears that the village is there where somebody else was quicker', async () => {
    const [one, other] = [await operator('李主任', 'zh'), await operator('张主任', 'zh')];
    for (const office of [one, other]) {
      await office.waitsFor('村子叫什么');
      await asks(office, '岭头村', '属于哪个县');
      await asks(office, '汾阳市', '在哪个省');
      await asks(office, '山西省', '对吗');
    }
    await one.taps('✅ 建村');
    await one.waitsFor('建好了');
    await other.taps('✅ 建村');
    await other.waitsFor('村子已经有了：岭头村');
    expect(await db().village.count()).toBe(1);
  });
});

describe('before the village is founded', () => {
  it('tells buyers kindly and truly, whatever they do, and parks nothing', async () => {
    const person = walnut.telegram.person({ first_name: 'Li', language_code: 'en' });
    const buyer = person.chatWith(walnut.buyerBot);
    for (const words of [
      '/start',
      'walnuts 2 kg',
      '/cart',
      '/browse',
      '/orders',
      '/person',
      '/help',
      'hello',
    ])
      await asks(buyer, words, 'The village is being set up');
    await buyer.sendsPhoto({ caption: 'do you have these?' });
    await asks(buyer, '/privacy', 'Everything we know of you');
    const shown = await asks(buyer, '/start', 'The village is being set up');
    await buyer.taps('🔄 Look again', { on: shown });
    await buyer.taps('🌐 中文', { on: shown });
    await buyer.waitsFor('Which language');
    await buyer.taps('中文');
    await buyer.waitsFor('正在准备，还没有开张');
    await walnut.app.engine.idle();
    expect(await db().inbox.count({ where: { state: 'parked' } })).toBe(0);
  });

  it('tells those who would sell how to join, and lets nobody but the office found it', async () => {
    const stranger = walnut.telegram
      .person({ first_name: '王', language_code: 'zh' })
      .chatWith(walnut.sellerBot);
    await asks(stranger, '核桃 15元一斤', '还没有加入');
    const shown = await asks(stranger, '/office', '这里是村里服务站用的');
    await stranger.tapsForged('found-village', shown);
    await stranger.tapsForged('found-edit/name', shown);
    await walnut.app.engine.idle();
    expect(await db().village.count()).toBe(0);
    expect(await db().inbox.count({ where: { state: 'parked' } })).toBe(0);
  });
});
