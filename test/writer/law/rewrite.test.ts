import { expect, it } from 'vitest';
import { findLawHits } from '../../../src/writer/law/law.ts';
import { law } from '../../../src/writer/law/law-rules.ts';
import { rewriteLawfully } from '../../../src/writer/law/rewrite.ts';

it.each([
  ['最甜的枣', '甜的枣'],
  ['有机小米', '小米'],
  ['极品核桃，补脑，壳薄', '核桃，壳薄'],
  ['壳薄，手一捏就开', '壳薄，手一捏就开'],
  ['The best walnuts', 'The walnuts'],
])('“%s” becomes “%s”', (text, lawful) => {
  expect(rewriteLawfully(text)).toBe(lawful);
});

it('says nothing where nothing lawful is left', () => {
  expect(rewriteLawfully('补脑')).toBeUndefined();
});

it.each(law().rules.flatMap(({ examples }) => examples.unlawful))(
  'what it makes of “%s” is lawful',
  (text) => {
    const rewritten = rewriteLawfully(text);
    expect(findLawHits(rewritten ?? '').filter(({ level }) => level !== 'mind')).toEqual([]);
  },
);
