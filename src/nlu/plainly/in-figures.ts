import { lex } from '../lexer/lexer.ts';

/** 廿斤 is read back as 20斤; what is vague stays as it was said. */
export function inFigures(text: string): string {
  const [token, ...others] = lex(text).tokens;
  if (others.length > 0 || token?.is !== 'amount' || token.amount.base === undefined) return text;
  const { unit, base } = token.amount;
  const count = base / (unit.base ?? 1);
  const isPlain = RARE.test(text) && Number.isInteger(count);
  return isPlain ? `${count}${unit.word}` : text;
}

/** Numerals that not everybody reads. */
const RARE = /[廿卅卌]/u;
