import { describe, expect, it } from 'vitest';
import { formatPrice, formatQuantity } from '../../../src/chat/dsl/format.ts';

const egg = { own: '枚', one: 'egg', many: 'eggs', size: 1 };
const bottle = { own: '瓶', one: 'bottle', many: 'bottles', size: 500 };

describe('an amount', () => {
  it('is named in the unit that its seller counts in, where that comes out even', () => {
    const eggs = { measure: 'COUNT', base: 30, unit: egg } as const;
    expect([formatQuantity(eggs, 'zh'), formatQuantity(eggs, 'en')]).toEqual(['30枚', '30 eggs']);
    const vinegar = { measure: 'VOLUME', base: 2_500, unit: bottle } as const;
    expect([formatQuantity(vinegar, 'zh'), formatQuantity(vinegar, 'en')]).toEqual(['5瓶', '5 bottles']);
    expect(formatQuantity({ ...vinegar, base: 700 }, 'zh')).toBe('700毫升');
  });

  it('is weighed in 斤 to the gram', () => {
    const grams = (base: number) => formatQuantity({ measure: 'MASS', base }, 'zh');
    expect([grams(1_665), grams(1_550), grams(500), grams(100)]).toEqual(['3.33斤', '3.1斤', '1斤', '100克']);
  });
});

describe('a price', () => {
  it('stays for what its seller named it for', () => {
    expect(formatPrice({ fen: 1_000, per: 50, measure: 'MASS' }, 'zh')).toBe('¥10/两');
    expect(formatPrice({ fen: 3_000, per: 1_000, measure: 'MASS' }, 'zh')).toBe('¥30/公斤');
    expect(formatPrice({ fen: 1_200, per: 500, measure: 'VOLUME', unit: bottle }, 'zh')).toBe('¥12/瓶');
    expect(formatPrice({ fen: 4_500, per: 30, measure: 'COUNT', unit: egg }, 'en')).toBe('¥45/30 eggs');
  });
});
