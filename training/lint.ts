import type { Token } from '../src/nlu/lexer/tokens.ts';
import { tokenShape } from '../src/nlu/model/features.ts';
import type { Frame } from './grammar.ts';
import { messageOf } from './grammar.ts';
import { randomFrom } from './random.ts';
import type { Language } from './values.ts';

export interface Contradiction {
  readonly message: string;
  readonly frames: readonly [string, string];
  readonly readings: readonly [string, string];
}

const COPIES = 30;

/** Frames that make the same sentence (goods and numbers aside) and want it read differently. */
export function contradictions(
  frames: readonly Frame[],
  names: Record<Language, readonly string[]>,
): Contradiction[] {
  const random = randomFrom(11);
  const seen = new Map<string, { frame: Frame; reading: string }>();
  const found = new Map<string, Contradiction>();
  for (const frame of frames)
    for (let n = 0; n < COPIES; n += 1) {
      const one = messageOf(frame, random, names);
      if (!one) continue;
      const goods = (i: number): boolean => one.tags[i] === 'B' || one.tags[i] === 'I';
      const key = one.lexed.tokens
        .map((token, i) =>
          goods(i) ? (one.tags[i] === 'B' ? '#G' : '') : `${tokenShape(token)}${isVague(token) ? '?' : ''}`,
        )
        .join(' ');
      const reading = `${one.class} ${one.tags.filter((tag) => tag !== 'O' && tag !== 'I').join(' ')}`;
      const other = seen.get(key);
      if (!other) seen.set(key, { frame, reading });
      else if (other.reading !== reading)
        found.set(`${other.frame.line}|${frame.line}`, {
          message: one.lexed.text.said,
          frames: [other.frame.line, frame.line],
          readings: [other.reading, reading],
        });
    }
  return [...found.values()];
}

const isVague = (token: Token): boolean =>
  (token.is === 'amount' && token.amount.base === undefined) ||
  (token.is === 'number' && token.value === undefined);
