import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { lex, type Token } from '../../../../src/nlu/rules/lexer/lexer.ts';
import { readNumber, THOUSAND } from '../../../../src/nlu/rules/lexer/numbers.ts';
import { textOf } from '../../../../src/nlu/rules/lexer/text.ts';

const inShort = (token: Token): string => {
  switch (token.is) {
    case 'amount':
      return `${token.base ?? 'vague'} ${token.unit.measure}`;
    case 'money':
      return `${token.fen ?? 'some'} fen`;
    case 'number':
      return `#${(token.value ?? 0) / THOUSAND}`;
    case 'unit':
      return `per ${token.unit.base} ${token.unit.measure}`;
    case 'word':
    case 'code':
      return token.text;
    case 'sign':
      return token.sign;
    case 'phone':
      return token.digits;
    case 'aside':
      return '~';
  }
};
const tokensIn = (message: string): string => lex(message).tokens.map(inShort).join(' | ');

describe('a number', () => {
  it.each([
    ['一百二十', 120],
    ['一千二', 1200],
    ['两千五', 2500],
    ['一千零五', 1005],
    ['二百五', 250],
    ['十五', 15],
    ['廿', 20],
    ['廿五', 25],
    ['卅', 30],
    ['俩', 2],
    ['仨', 3],
    ['三点五', 3.5],
    ['半', 0.5],
    ['壹佰贰拾', 120],
    ['1万2', 12_000],
    ['1千5百', 1500],
    ['1.5万', 15_000],
    ['1,200', 1200],
    ['2.50', 2.5],
    ['1/2', 0.5],
    ['1 1/2', 1.5],
    ['two', 2],
    ['twenty-five', 25],
    ['a hundred and twenty', 120],
    ['two hundred fifty', 250],
    ['one and a half', 1.5],
    ['half a', 0.5],
  ])('%s', (said, value) => {
    expect(readNumber(said)).toBe(value * THOUSAND);
  });

  it.each(['三四', '二三十', 'twenty twelve', '99999999999'])('that is not certain is none: %s', (said) => {
    expect(readNumber(said)).toBeUndefined();
  });

  it('is read back from its Chinese numerals', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 99_999_999 }), (value) => {
        expect(readNumber(numerals(value))).toBe(value * THOUSAND);
      }),
    );
  });

  it('is read back from its digits', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 99_999_999 }), (thousandths) => {
        expect(readNumber(String(thousandths / THOUSAND))).toBe(thousandths);
      }),
    );
  });
});

describe('tokens', () => {
  it.each([
    ['两斤半小米', '1250 MASS | 小米'],
    ['半斤八角', '250 MASS | 八角'],
    ['两斤三两', '1150 MASS'],
    ['2.5 kg rice', '2500 MASS | rice'],
    ['一公斤半', '1500 MASS'],
    ['一担红薯', '50000 MASS | 红薯'],
    ['5金核桃', '2500 MASS | 核桃'],
    ['二两茶叶', '100 MASS | 茶叶'],
    ['两打鸡蛋', '24 COUNT | 鸡蛋'],
    ['half a dozen eggs', '6 COUNT | eggs'],
    ['two dozen boxes', '24 COUNT'],
    ['来俩西瓜', '来 | 2 COUNT | 西瓜'],
    ['一双鞋垫', '2 COUNT | 鞋垫'],
    ['两块豆腐', '2 COUNT | 豆腐'],
    ['5斤装2箱', '2500 MASS | 装 | 2 COUNT'],
    ['30枚/箱', '30 COUNT | / | per 1 COUNT'],
    ['500毫升', '500 VOLUME'],
    ['1.5L', '1500 VOLUME'],
    ['a kilo and a half of nuts', '1500 MASS | of | nuts'],
    ['x3', '3 COUNT'],
    ['A1+2', 'a1 | + | #2'],
    ['2号链接来一份', '2号链接 | 来 | 1 COUNT'],
    ['三块五一斤', '350 fen | 500 MASS'],
    ['¥39.9', '3990 fen'],
    ['1.5一斤', '#1.5 | 500 MASS'],
    ['25，5斤', '#25 | ; | 2500 MASS'],
    ['50 fen', '50 fen'],
    ['10斤49.9包邮', '5000 MASS | #49.9 | 包邮'],
    ['8毛', '80 fen'],
    ['$5', 'some fen'],
    ['2 lbs', '907 MASS'],
  ])('%s', (message, expected) => {
    expect(tokensIn(message)).toBe(expected);
  });

  it.each([
    '几斤',
    '十来斤',
    '三五斤',
    '一两斤',
    '5-6斤',
    '2,5 kg',
    '一斤多',
    '百八十斤',
    '2 gallons',
    '一二十个',
    'a few bags',
    '半个',
  ])('that are vague carry no number: %s', (message) => {
    const amounts = lex(message).tokens.filter((token) => token.is === 'amount');
    expect(amounts).toMatchObject([{ base: undefined }]);
  });

  it.each([
    '9月20日',
    '12月3号',
    '2026-09-20',
    '下午3点半',
    '19:30',
    '3-5天',
    '两个月',
    '20%',
    '八折',
    'A-0317',
    '第2次',
    '5个人',
    '3 days',
    'https://walnut.example/5斤',
    '0351-1234567',
  ])('take no amount for %s', (message) => {
    expect(tokensIn(message)).toBe('~');
  });

  it.each(['138 0000 1234', '+86 138-0000-1234', '１３８００００１２３４'])(
    'find the phone in %s',
    (message) => {
      expect(tokensIn(message)).toBe('13800001234');
    },
  );

  it.each(['百香果', '五谷', '三年陈醋', '千张', '53度白酒', '0添加酱油'])(
    'leave names whole: %s',
    (name) => {
      expect(tokensIn(name)).toBe(name);
    },
  );

  it('stand where they say, in order, and never overlap', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 60 }), (message) => {
        const { text, tokens } = lex(message);
        let last = 0;
        for (const { start, end } of tokens) {
          expect(start).toBeGreaterThanOrEqual(last);
          expect(end).toBeGreaterThan(start);
          last = end;
        }
        expect(last).toBeLessThanOrEqual(text.said.length);
      }),
    );
  });

  it.each(['一', '1', 'a ', 'one ', '1,', '十来', ' ', '5斤', '一花', '1-'])(
    'come in linear time from ten thousand times %j',
    (part) => {
      // Processor time, so that a busy machine does not count.
      const before = process.cpuUsage();
      lex(part.repeat(10_000 / part.length));
      expect(process.cpuUsage(before).user / 1000).toBeLessThan(4_000);
    },
  );
});

describe('the two readings of a message', () => {
  it('have one length, whatever is said', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (message) => {
        const { said, plain } = textOf(message);
        expect(plain).toHaveLength(said.length);
      }),
    );
  });

  it('make traditional characters simple, and keep what was typed', () => {
    expect(textOf('來兩斤紅棗')).toEqual({ said: '來兩斤紅棗', plain: '来两斤红枣' });
  });
});

/** 120 as 一百二十: the careful way, with a 零 wherever one belongs. */
function numerals(value: number): string {
  if (value >= 10_000) {
    const rest = value % 10_000;
    return `${numerals(Math.floor(value / 10_000))}万${rest === 0 ? '' : (rest < 1000 ? '零' : '') + numerals(rest)}`;
  }
  const powers = ['', '十', '百', '千'];
  const text = [...String(value)]
    .map((digit, i, all) =>
      digit === '0' ? '零' : `${'零一二三四五六七八九'[Number(digit)]}${powers[all.length - 1 - i]}`,
    )
    .join('');
  return text.replace(/零+/g, '零').replace(/零$/, '');
}
