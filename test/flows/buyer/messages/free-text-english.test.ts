import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { fen } from '../../../../src/shop/values/money.ts';
import { household, puts, visitor } from '../../../support/goods.ts';
import type { PrivateChat } from '../../../support/telegram/interface.ts';
import { startWalnut, type Walnut } from '../../../support/walnut.ts';

let walnut: Walnut;

beforeAll(async () => {
  walnut = await startWalnut();
  const wang = await household(walnut);
  await puts(walnut, '薄皮核桃', { titleEn: 'Thin-shelled walnuts' });
  await puts(walnut, '核桃仁', { titleEn: 'Walnut kernels' });
  await puts(walnut, '槐花蜜', { titleEn: 'Acacia honey', measure: 'COUNT', priceQuantity: 1, packs: [1] });
  await puts(walnut, '小米', { titleEn: 'Millet' });
  await walnut.database.db.shippingMethod.create({
    data: { sellerId: wang, way: 'express', isOn: true, fee: fen(1_200), zones: [] },
  });
});

afterAll(() => walnut.stop());

async function hears(words: string, answer: string): Promise<{ text: string; buyer: PrivateChat }> {
  const buyer = await visitor(walnut, 'en');
  const after = buyer.last();
  buyer.says(words);
  const { text } = await buyer.waitsFor(answer, { after });
  return { text, buyer };
}

describe('in English', () => {
  it('an order with its recipient is one card', async () => {
    const { text } = await hears(
      '3kg walnuts and 2 jars of honey to Li Lei, 13800001234, 12 Taoyuan Road, Yingze District, Taiyuan',
      'Please check',
    );
    expect(text).toContain('Thin-shelled walnuts 3 kg');
    expect(text).toContain('Acacia honey 2 pcs');
    expect(text).toContain('12 Taoyuan Road');
  });

  it.each([
    ['how much is the honey?', 'Acacia honey'],
    ['what is the price of millet', 'Millet'],
    ['do you have walnut kernels?', 'Walnut kernels'],
    ['is there any millet left?', '50 kg left'],
  ])('a question is answered with the goods: %s', async (words, answer) => {
    const { text } = await hears(words, answer);
    expect(text).toMatch(/¥/);
  });

  it('the fee is told without an order', async () => {
    const { text } = await hears('How much is shipping for 5 kg?', 'Bringing 5 kg');
    expect(text).toContain('¥12');
  });

  it('greetings are greeted', async () => {
    await hears('hello', 'Welcome to');
  });

  it('what is missing is named, and something else shown', async () => {
    const { text } = await hears('do you sell pineapples?', 'Nobody sells “pineapples”');
    expect(text).toContain('New in the village');
  });
});
