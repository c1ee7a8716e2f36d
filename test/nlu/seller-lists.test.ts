import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { readOffers } from '../../src/nlu/acts/parts.ts';
import { isNewPhoto, readSellerAct } from '../../src/nlu/acts/seller/seller-act.ts';
import { readPlainStatus, readStatusMove } from '../../src/nlu/acts/seller/status-words.ts';

const offered = (message: string, titles: readonly string[] = []) =>
  readOffers(message, { titles })?.parts.map(({ reading: { title, price, priceQuantity, stock } }) => [
    title,
    price,
    priceQuantity,
    stock?.quantity,
  ]);

describe('several goods in one message', () => {
  it.each([
    [
      '俺家窖藏老陈醋一瓶18块，有四十瓶；手擀挂面一斤6块5，有一百斤',
      ['窖藏老陈醋', 1_800, 1, 40],
      ['手擀挂面', 650, 500, 50_000],
    ],
    [
      '今日上新：\n干羊肚菌 260/斤 8斤\n干茶树菇 48/斤 25斤',
      ['干羊肚菌', 26_000, 500, 4_000],
      ['干茶树菇', 4_800, 500, 12_500],
    ],
    [
      '鲜花椒28块钱一斤五十斤干花椒68块钱一斤三十斤',
      ['鲜花椒', 2_800, 500, 25_000],
      ['干花椒', 6_800, 500, 15_000],
    ],
    [
      '手工红薯粉条12块钱一斤有80斤 手工土豆粉条10块钱一斤有60斤',
      ['手工红薯粉条', 1_200, 500, 40_000],
      ['手工土豆粉条', 1_000, 500, 30_000],
    ],
    [
      '靓霸王花25蚊斤有30斤，剑花干18蚊斤有20斤',
      ['靓霸王花', 2_500, 500, 15_000],
      ['剑花干', 1_800, 500, 10_000],
    ],
    [
      '我屋头有自家腌的泡菜，8块一坛，20坛；豆瓣酱15一瓶，30瓶',
      ['泡菜', 800, 1, 20],
      ['豆瓣酱', 1_500, 1, 30],
    ],
    [
      "I'd like to list rye flour (7 yuan per kg, 120 kg in stock) and dried cherries (96 yuan per kg, 8 kg in stock).",
      ['rye flour', 700, 1_000, 120_000],
      ['dried cherries', 9_600, 1_000, 8_000],
    ],
    [
      'Propolis drops (30ml) 25 yuan a bottle, 40 of them; royal jelly (100g) 60 yuan a jar, 20 jars',
      ['Propolis drops', 2_500, 30, 1_200],
      ['royal jelly', 6_000, 100, 2_000],
    ],
    [
      'we have 2 new things: Walnut oil 88 yuan/bottle 20 bottles / Flaxseed oil 60 yuan/bottle 15 bottles',
      ['Walnut oil', 8_800, 1, 20],
      ['Flaxseed oil', 6_000, 1, 15],
    ],
    [
      'two more products: pumpkin seeds 24/kg (50 kg) and sunflower seeds 18/kg (80 kg)',
      ['pumpkin seeds', 2_400, 1_000, 50_000],
      ['sunflower seeds', 1_800, 1_000, 80_000],
    ],
  ])('%s', (message, ...parts) => {
    expect(offered(message)).toEqual(parts);
  });

  it('are none where one new thing is described in three breaths', () => {
    expect(readOffers('仲有蜜柚皮，25蚊一斤，有18斤', { titles: ['大红陈皮'] })).toBeUndefined();
  });

  it('a pronoun means what was just spoken of', () => {
    const message = 'sold 8 kg of hemp seeds, and make them 33 yuan per kg from now on';
    const parts = readOffers(message, { titles: ['Hemp seeds'] })?.parts;
    expect(parts?.map(({ reading }) => reading)).toMatchObject([
      { kind: 'stock', title: 'hemp seeds', stock: { mode: 'sub', quantity: 8_000 } },
      { kind: 'price', title: 'hemp seeds', price: 3_300, priceQuantity: 1_000 },
    ]);
  });
});

describe('the corpus of messages about several goods', () => {
  const lines = readFileSync(new URL('../corpus/fresh-seller-several.jsonl', import.meta.url), 'utf8')
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line) as { message: string; readings: unknown[] });

  it('is read as well as before', () => {
    const same = lines.filter(({ message, readings }) => {
      const read = readOffers(message)?.parts.map(({ reading }) => reading) ?? [];
      return JSON.stringify(read) === JSON.stringify(readings);
    });
    expect(lines).toHaveLength(47);
    expect(same.length).toBeGreaterThanOrEqual(41);
  });
});

describe('goods that are all gone', () => {
  const titles = ['荔枝干', 'Honey'];

  it.each([
    '荔枝干卖晒喇，冇货',
    '荔枝干卖断市',
    '荔枝干么得了',
    '荔枝干卖脱了',
    '荔枝干一斤都不剩了',
    '荔枝干没存货了',
    "honey's gone",
    'last jar of honey just sold',
    'honey zero',
  ])('%s', (message) => {
    expect(readPlainStatus(message, titles)).toMatchObject({ kind: 'status' });
    expect(readStatusMove(message)).toBe('sold-out');
  });

  it.each(['荔枝干快卖完了', '荔枝干卖完了吗', '如果荔枝干卖完了', 'honey is almost sold out'])(
    'are not those of: %s',
    (message) => {
      expect(readPlainStatus(message, titles)).toBeUndefined();
      expect(readStatusMove(message)).toBeUndefined();
    },
  );
});

describe('another photo', () => {
  it.each([
    '红枣照片重新拍一张行不',
    '红枣张相唔清楚，想换',
    '红枣再加两张照片',
    '红枣照片删了重发',
    '红枣封面换一下',
    'honey picture no good, i send new one',
    'swap the honey picture',
    'can I send another picture of honey?',
  ])('is asked for: %s', (message) => {
    expect(readSellerAct(message)).toMatchObject({ is: 'photo' });
  });

  it.each(['换图', '红枣新的', '红枣用这张', '这是红枣的新图', 'new photo of honey', 'use this for honey'])(
    'is brought: %s',
    (caption) => {
      expect(isNewPhoto(caption, ['红枣', 'Honey'])).toBe(true);
    },
  );

  it.each(['红枣', '红枣新货', '红枣 15元一斤', 'new honey 30 yuan', '新鲜红枣', '客人发的照片不清楚'])(
    'is no such thing: %s',
    (caption) => {
      expect(isNewPhoto(caption, ['红枣', 'Honey'])).toBe(false);
    },
  );
});
