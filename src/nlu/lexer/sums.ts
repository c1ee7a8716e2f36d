import { numberAt, THOUSAND } from './numbers.ts';
import type { Amount, Found } from './tokens.ts';
import { type Coin, coinAt, coinBefore, PIECE, unitAt } from './units.ts';

/** Money: 15.8元, 三块五, ¥39.9, 8毛, 块八. Whole fen, or nothing where it is vague or foreign. */
export function moneyAt(plain: string, at: number): Found | undefined {
  return signFirst(plain, at) ?? bareYuan(plain, at) ?? numberFirst(plain, at);
}

/** ¥39.9, rmb 30, $5. */
function signFirst(plain: string, at: number): Found | undefined {
  const coin = coinBefore(plain, at);
  if (!coin || /[a-z]/.test(plain[at - 1] ?? '')) return undefined;
  const start = at + coin.word.length + (plain[at + coin.word.length] === ' ' ? 1 : 0);
  const number = /\d/.test(plain[start] ?? '') ? numberAt(plain, start) : undefined;
  if (!number) return undefined;
  const next = coinAt(plain, number.end);
  const end = number.end + (next?.word.length ?? 0);
  return { is: 'money', fen: fenOf(number.value, coin.fen), ...foreign(coin), end };
}

/** 块八, 块二一斤: one yuan and some. */
function bareYuan(plain: string, at: number): Found | undefined {
  if (plain[at] !== '块' || /[\d一二两三四五六七八九十百千几多半]/.test(plain[at - 1] ?? ''))
    return undefined;
  const tenths = tenthsBehind(plain, at + 1);
  return tenths ? { is: 'money', fen: 100 + tenths.fen, end: tenths.end } : undefined;
}

function numberFirst(plain: string, at: number): Found | undefined {
  const number = numberAt(plain, at);
  const start = number && plain[number.end] === ' ' ? number.end + 1 : number?.end;
  const coin = start === undefined ? undefined : coinAt(plain, start);
  if (!number || start === undefined || !coin) return undefined;
  const end = start + coin.word.length;
  const fen = fenOf(number.value, coin.fen);
  const tail = fen === undefined || !/[\u4e00-\u9fff]/.test(coin.word) ? undefined : tailOf(plain, end, coin);
  const total = fen === undefined ? undefined : fen + (tail?.fen ?? 0);
  const last = tail?.end ?? end;
  const isPieces = coin.mayBePieces && !tail;
  return { is: 'money', fen: total, ...foreign(coin), ...(isPieces && pieces(number.value)), end: last };
}

const foreign = ({ fen }: Coin): { isForeign?: true } => (fen === undefined ? { isForeign: true } : {});

function pieces(value: number | undefined): { pieces: Amount } {
  const base = value !== undefined && value % THOUSAND === 0 ? value / THOUSAND : undefined;
  return { pieces: { base, unit: { ...PIECE, word: '块' }, isOne: value === THOUSAND } };
}

/** 三块五, 15块8, 一块二毛五, 5毛5. */
function tailOf(plain: string, at: number, coin: Coin): { fen: number; end: number } | undefined {
  if (coin.word.endsWith('钱')) return undefined;
  if (coin.fen === 100) return tenthsBehind(plain, at) ?? hundredthsBehind(plain, at);
  const digit = singleDigit(plain, at);
  return coin.fen === 10 && digit !== undefined ? { fen: digit, end: at + 1 } : undefined;
}

/** 1块25: two digits that nothing else may be counted by. */
function hundredthsBehind(plain: string, at: number): { fen: number; end: number } | undefined {
  HUNDREDTHS.lastIndex = at;
  const [digits] = HUNDREDTHS.exec(plain) ?? [];
  if (digits === undefined || isUnitBehind(plain, at + 2)) return undefined;
  return { fen: Number(digits), end: at + 2 };
}

const HUNDREDTHS = /\d{2}(?=$|[\s,;.!。，一/每了吧啊])(?!\.\d)/y;

/** A digit of tenths; none where a unit follows (2块5斤: five 斤), or words (两块五花肉). */
function tenthsBehind(plain: string, at: number): { fen: number; end: number } | undefined {
  const digit = plain[at] === '半' ? 5 : singleDigit(plain, at);
  if (digit === undefined || (plain[at] === '半' && unitAt(plain, at + 1))) return undefined;
  const coin = coinAt(plain, at + 1);
  if (coin?.fen === 10) {
    const fen = singleDigit(plain, at + 1 + coin.word.length);
    const end = at + 1 + coin.word.length;
    return fen === undefined ? { fen: digit * 10, end } : { fen: digit * 10 + fen, end: end + 1 };
  }
  return coin ? undefined : { fen: digit * 10, end: at + 1 };
}

/** One digit that no unit, digit or word follows. */
function singleDigit(plain: string, at: number): number | undefined {
  if (!/[\d一二三四五六七八九]/.test(plain[at] ?? '')) return undefined;
  const value = numberAt(plain, at + 0)?.value;
  const alone = /\d/.test(plain[at] ?? '')
    ? Number(plain[at])
    : value === undefined
      ? undefined
      : digitOf(plain[at] ?? '');
  const next = plain[at + 1] ?? '';
  if (alone === undefined || alone > 9 || /[\d.]/.test(next) || isUnitBehind(plain, at + 1)) return undefined;
  const isWord =
    /[\u4e00-\u9fff]/.test(next) &&
    !/[一半每两毛角的了吧卖包有还库现剩共二三四五六七八九十不钱给退补就都也算啊呀呢嘛哈啦咯散吃想要今我你俺咱这谁]/.test(
      next,
    );
  return isWord ? undefined : alone;
}

const digitOf = (sign: string): number => '零一二三四五六七八九'.indexOf(sign);

const isUnitBehind = (plain: string, at: number): boolean =>
  unitAt(plain, plain[at] === ' ' ? at + 1 : at) !== undefined && !/[\s]/.test(plain[at] ?? '');

function fenOf(value: number | undefined, coin: number | undefined): number | undefined {
  if (value === undefined || coin === undefined) return undefined;
  const fen = (value * coin) / THOUSAND;
  return Number.isSafeInteger(fen) ? fen : undefined;
}
