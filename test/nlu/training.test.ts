import { describe, expect, it } from 'vitest';
import { assembleBuyer } from '../../src/nlu/candidates/assemble-buyer.ts';
import { assembleSeller } from '../../src/nlu/candidates/assemble-seller.ts';
import { lex } from '../../src/nlu/lexer/lexer.ts';
import type { BuyerTag, SellerTag, Tag } from '../../src/nlu/tagger/tags.ts';
import { alignBuyer } from '../../training/align-buyer.ts';
import { alignSeller } from '../../training/align-seller.ts';
import { entriesIn } from '../../training/corpus.ts';
import { goodsForFrames, messagesOf } from '../../training/data.ts';
import { parseFrame } from '../../training/grammar.ts';
import { contradictions } from '../../training/lint.ts';
import { materialOf } from '../../training/material.ts';
import { randomFrom } from '../../training/random.ts';

const goods = goodsForFrames([]);

describe('labels found by search', () => {
  it('make the very lines that a buyer’s corpus expects', () => {
    const lexed = lex('核桃5斤，不对，8斤，小米两箱');
    const lines = [
      { product: '核桃', quantity: 4_000, measure: 'MASS' },
      { product: '小米', quantity: 2, measure: 'COUNT' },
    ] as const;
    const tags = alignBuyer(lexed, { kind: 'order', lines, recipient: null, ambiguous: [] });
    expect(assembleBuyer(lexed, tags as Tag<BuyerTag>[]).lines).toMatchObject(lines);
  });

  it('make the very reading that a seller’s corpus expects, of nearly every message', () => {
    const entries = entriesIn(new URL('../corpus/seller.jsonl', import.meta.url)).slice(0, 300);
    const found = entries.filter(({ message, reading }) => {
      if (!('title' in reading)) return false;
      const lexed = lex(message);
      const tags = alignSeller(lexed, reading);
      return tags && assembleSeller(reading.kind, lexed, tags as Tag<SellerTag>[]).price === reading.price;
    });
    expect(found.length).toBeGreaterThan(290);
  });
});

describe('frames', () => {
  it('make messages whose tags are known', () => {
    const frame = parseFrame('order\t来{QR:W}{P}(吧|)');
    const messages = messagesOf([frame], 20, goods, randomFrom(1));
    expect(messages.length).toBeGreaterThan(15);
    for (const { tags } of messages)
      expect(tags.filter((tag) => tag === 'QR' || tag === 'B')).toEqual(['QR', 'B']);
  });

  it('make the same messages from the same seed', () => {
    const made = () =>
      messagesOf(materialOf('seller').frames.slice(0, 20), 3, goods, randomFrom(5)).map(
        ({ lexed }) => lexed.text.said,
      );
    expect(made()).toEqual(made());
  });

  it('are refused with a bracket too few or too many', () => {
    expect(() => parseFrame('order\t(来|要{P}')).toThrow('open bracket');
    expect(() => parseFrame('order\t来{P})')).toThrow('too many');
  });

  it('that want the same sentence read differently are found', () => {
    const frames = ['order\t{P}换{QL:W}', 'question\t{P}换{:W}'].map(parseFrame);
    expect(contradictions(frames, goods)).toHaveLength(1);
  });
});
