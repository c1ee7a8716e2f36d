import { type Lexed, lex, type Token } from '../lexer/lexer.ts';
import { readNumber } from '../lexer/numbers.ts';
import { piecesOf } from './packs/pieces.ts';

const ONE_BEHIND = /^(.+)([一半]\D{1,3})$|^(\d[\d.]*|(?!half|quarter|third)[a-z-]+)\s+(an?\s.*)$/;

/** 四十五一斤 and `45 a kilo` are a price and its unit, not an amount. */
function pricedOne(token: Token, plain: string): Token[] {
  if (token.is !== 'amount') return [token];
  const [all = '', han, hanOne, latin, latinOne] = ONE_BEHIND.exec(plain.slice(token.start, token.end)) ?? [];
  const [number, one] = [han ?? latin, hanOne ?? latinOne];
  const value = number && readNumber(number);
  const unit = one === undefined ? undefined : lex(one).tokens[0];
  // 十一罐 is eleven of them.
  const isWhole = han !== undefined && token.base !== undefined;
  if (isWhole || !number || !value || unit?.is !== 'amount') return [token];
  const border = token.start + number.length;
  const second = token.end - (one ?? all).length;
  return [
    { is: 'number', value, start: token.start, end: border },
    { ...unit, start: second, end: token.end },
  ];
}

/** Joins words that make one run, and numbers that belong to a name: 九月红橙, five-spice tofu, 7-grain flour. */
export function runsOf({ tokens: lexed, text: { plain } }: Lexed): Token[] {
  const tokens = lexed.flatMap((token) => pricedOne(token, plain));
  const runs: Token[] = [];
  for (const [i, token] of tokens.entries()) {
    const last = runs.at(-1);
    if (last?.is === 'word' && continues(last, token, tokens[i + 1], plain))
      runs[runs.length - 1] = wordFrom(last.start, token.end, plain);
    else if (opensName(token, tokens[i + 1], last, plain)) runs.push(wordFrom(token.start, token.end, plain));
    else runs.push(token);
  }
  return runs;
}

const wordFrom = (start: number, end: number, plain: string): Token => ({
  is: 'word',
  text: plain.slice(start, end),
  start,
  end,
});

function continues(last: Token, token: Token, next: Token | undefined, plain: string): boolean {
  if (token.is === 'sign')
    return (
      token.sign === '-' &&
      /[a-z\d]$/.test(plain.slice(last.start, last.end)) &&
      last.end === token.start &&
      next?.start === token.end
    );
  if (token.is !== 'word') return false;
  const between = plain.slice(last.end, token.start);
  return between === '' || (/^[a-z&]/.test(token.text) && /[a-z0-9'’-]$/.test(plain.slice(0, last.end)));
}

const HAN_WORD = /^[\u4e00-\u9fff]/;

function opensName(token: Token, next: Token | undefined, last: Token | undefined, plain: string): boolean {
  if (token.is !== 'aside' && token.is !== 'number') return false;
  const text = plain.slice(token.start, token.end);
  const isTight = next !== undefined && next.start === token.end;
  if (/^(?:[a-z]+|\d+)-[a-z]+$/.test(text) && next?.is === 'word') return true;
  if (isTight && next?.is === 'sign' && next.sign === '-') return /^[a-z\d]+$/.test(text);
  if (next?.is !== 'word') return false;
  if (isTight) return /^[一二三四五六七八九十百千]/.test(text) && opensHan(next, plain);
  return last === undefined && /^[a-z]+$/.test(text) && !/(?:s|s [a-z]+)$/.test(latinRun(plain, next.start));
}

/** True for a word that itself begins with a name. */
function opensHan(word: Token, plain: string): boolean {
  const [first] = piecesOf(plain, word.start, word.end, 'other');
  return HAN_WORD.test(plain.slice(word.start)) && first?.start === word.start && first.cue === undefined;
}

const latinRun = (plain: string, start: number): string =>
  /^[a-z '-]*[a-z]/.exec(plain.slice(start))?.[0] ?? '';
