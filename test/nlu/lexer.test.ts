import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { lex } from '../../src/nlu/lexer/lexer.ts';
import { isQuantity, type Token } from '../../src/nlu/lexer/tokens.ts';

/** An amount as `base measure`, money as ¥fen, a bare number in thousandths, a code with its item. */
function said(token: Token): string {
  if (token.is === 'amount' || token.is === 'unit')
    return `${token.amount.base ?? '?'} ${token.amount.unit.measure}`;
  if (token.is === 'money') return `¥${token.fen ?? '?'}`;
  if (token.is === 'number') return `${token.value ?? '?'}`;
  return token.is === 'code' ? `item ${token.item}` : token.is;
}

const numbersIn = (message: string): string[] =>
  lex(message)
    .tokens.filter((token) => isQuantity(token) || token.is === 'code' || token.is === 'aside')
    .map(said);

describe('amounts', () => {
  it.each([
    ['两斤半红枣', ['1250 MASS']],
    ['两斤五花肉', ['1000 MASS']],
    ['两斤三两', ['1150 MASS']],
    ['十来斤，三五斤，一两箱', ['? MASS', '? MASS', '? COUNT']],
    ['从1.2涨到1.4', ['1200', '1400']],
    ['八十个土鸡蛋', ['80 COUNT']],
    ['一千两百只', ['1200 COUNT']],
    ['half a kilo and two dozen eggs', ['500 MASS', '24 COUNT']],
    ['4x500g', ['2000 MASS']],
    ['来袋面粉', ['1 COUNT']],
    ['满100包邮', ['100000']],
    ['來兩斤紅棗', ['1000 MASS']],
    ['黑豆一斤半，扁豆斤二两', ['750 MASS', '600 MASS']],
    ['100公克20塊', ['100 MASS', '¥2000']],
    ['made a dozen n a half', ['18 COUNT']],
  ])('are read whole: %s', (message, numbers) => {
    expect(numbersIn(message)).toEqual(numbers);
  });

  it('of a number mean the same in digits and in Chinese numerals', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 99 }), (n) => {
        const han = [...'零一二三四五六七八九'];
        const tens = n >= 20 ? `${han[Math.floor(n / 10)]}十` : n >= 10 ? '十' : '';
        const words = tens + (n % 10 === 0 ? '' : han[n % 10]);
        expect(numbersIn(`${words}斤`)).toEqual(numbersIn(`${n}斤`));
      }),
    );
  });
});

it('parts what is said of goods from their name', () => {
  const words = (message: string): string[] => lex(message).tokens.map(({ text }) => text);
  expect(words("The honey’s down, it's gone")).toEqual(['the', 'honey', "'s", 'down', ',', "it's", 'gone']);
});

describe('money', () => {
  it.each([
    ['三块五一斤', ['¥350', '500 MASS']],
    ['2块5斤', ['¥200', '2500 MASS']],
    ['退三块五给人家', ['¥350']],
    ['两块五花肉', ['¥200']],
    ['块八', ['¥180']],
    ['五块钱八十袋', ['¥500', '80 COUNT']],
    ['¥39.9', ['¥3990']],
    ['5毛5', ['¥55']],
    ['18 yuan a kilo', ['¥1800', '1000 MASS']],
    ['馬蹄六蚊斤', ['¥600', '500 MASS']],
  ])('is read whole: %s', (message, numbers) => {
    expect(numbersIn(message)).toEqual(numbers);
  });

  it('may count pieces where the words do', () => {
    const [token] = lex('豆腐三块').tokens.filter(isQuantity);
    expect(token).toMatchObject({ is: 'money', fen: 300, pieces: { base: 3 } });
  });
});

describe('one of something, said without a number', () => {
  it.each([
    ['要袋小米', ['1 COUNT']],
    ['搞瓶醋', ['1 COUNT']],
    ['羊蝎子要十斤都给我剁成块儿我儿媳妇炖汤', ['5000 MASS']],
    ['冬储的白菜给我码八十斤，老规矩，棵儿大的', ['40000 MASS']],
    ['核桃来三斤，装箱结实点', ['1500 MASS']],
  ])('stands right behind what wants it: %s', (message, amounts) => {
    expect(numbersIn(message)).toEqual(amounts);
  });
});

describe('what is no amount', () => {
  it.each([
    ['7点半开播', ['aside']],
    ['3号链接', ['item 3']],
    ['no. 3', ['item 3']],
    ['打八折', ['aside']],
    ['13800001234', ['aside']],
    ['now 25', ['25000']],
  ])('is told apart: %s', (message, numbers) => {
    expect(numbersIn(message)).toEqual(numbers);
  });

  it('never breaks a message, whatever it is', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 60 }), (message) => {
        const { text, tokens } = lex(message);
        expect(text.said.length).toBe(text.plain.length);
        let end = 0;
        for (const token of tokens) {
          expect(token.start).toBeGreaterThanOrEqual(end);
          expect(token.end).toBeGreaterThan(token.start);
          end = token.end;
        }
      }),
    );
  });
});
