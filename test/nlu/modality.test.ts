import { expect, it } from 'vitest';
import { detectModality } from '../../src/nlu/clauses/modality.ts';
import { lex } from '../../src/nlu/lexer/lexer.ts';

/** Whether the goods (in brackets) are said not to be wanted. */
function isDenied(sentence: string): boolean {
  const start = sentence.indexOf('[');
  const end = sentence.indexOf(']') - 1;
  const lexed = lex(sentence.replace(/[[\]]/g, ''));
  const first = lexed.tokens.findIndex((token) => token.start === start);
  const last = lexed.tokens.findIndex((token) => token.end === end);
  return detectModality(lexed).isNegated(first, last);
}

it.each([
  '[花胶]唔要，要虾米',
  '不要[核桃]，要小米',
  '[蒜苗]不要了',
  '不是[红枣] 是红豆',
  'no [millet], only walnuts',
])('goods are denied: %s', (sentence) => expect(isDenied(sentence)).toBe(true));

it.each(['[苹果]不要太大的那种红的', '[核桃]来三斤', '要[小米]不要核桃面粉都来'])(
  'goods are wanted: %s',
  (sentence) => expect(isDenied(sentence)).toBe(false),
);

it('a correction stands between two amounts', () => {
  const lexed = lex('5斤，不对，8斤');
  const amounts = lexed.tokens.flatMap((token, i) => (token.is === 'amount' ? [i] : []));
  expect(detectModality(lexed).isCorrected(amounts[0] ?? 0, amounts[1] ?? 0)).toBe(true);
});
