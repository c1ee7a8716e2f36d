import { lex } from '../../../../nlu/lexer/lexer.ts';
import type { CartLine } from '../../../../shop/cart/cart.ts';
import type { Card } from '../../../../shop/checkout/card.ts';
import { changedFrom, type LastCard } from '../../checkout/last-card.ts';

// What the last message did to the card.

/** What was said last, and where it stands. */
export interface Shown {
  readonly last: LastCard;
  readonly card: Card;
  readonly lines: readonly CartLine[];
  /** What the goods on sale are called. */
  readonly names: readonly string[];
}

/** What the last message has put there, or changed. */
export function touched({ last, lines }: Shown): readonly CartLine[] {
  const was = changedFrom(last);
  return was === undefined
    ? lines
    : lines.filter(
        (line) =>
          !was.lines.some(
            ({ product, quantity }) => product === line.product.id && quantity === line.quantity,
          ),
      );
}

/** The last message has written the note, and nothing else. */
export function isNoteAlone(shown: Shown): boolean {
  const { now } = shown.last;
  const was = changedFrom(shown.last);
  if (!was || was.note === now.note || now.note === undefined) return false;
  const isSameElse = JSON.stringify({ ...was, note: '' }) === JSON.stringify({ ...now, note: '' });
  return isSameElse && touched(shown).length === 0;
}

/** The note with other words for what was added last; nothing where they name goods or an amount. */
export function mendedNote(shown: Shown, words: string): string | undefined {
  if (!isNoteAlone(shown) || words.length < 2) return undefined;
  const isOfGoods =
    lex(words).tokens.some(({ is }) => is === 'amount' || is === 'money') ||
    shown.names.some((name) => name !== '' && words.toLowerCase().includes(name.toLowerCase()));
  if (isOfGoods) return undefined;
  const before = changedFrom(shown.last)?.note;
  const isAdded = before !== undefined && shown.last.now.note?.startsWith(`${before}${JOINED_BY}`);
  return isAdded ? `${before}${JOINED_BY}${words}`.slice(0, LONGEST_NOTE) : words;
}

/** Parts of a note that were said one after the other. */
const JOINED_BY = '，';
const LONGEST_NOTE = 200;
