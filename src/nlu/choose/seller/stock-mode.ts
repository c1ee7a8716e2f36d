import type { SellerCandidate } from '../../candidates/propose-seller.ts';
import { offerWords } from '../../clauses/offer-words.ts';
import type { Lexed } from '../../lexer/tokens.ts';
import type { SellerReading } from '../../reading.ts';

type Mode = NonNullable<SellerReading['stock']>['mode'];

const STOCKS = new Set(['SET', 'ADD', 'SUB']);

/** 退回3箱, 打烂五个: where the words say for certain whether an amount came or went, that is not left to likelihood. */
export function withSureMode<T extends SellerCandidate>(lexed: Lexed, best: T): T {
  const { reading, tags } = best;
  if (reading.kind !== 'stock' || reading.stock === null || !isAlone(lexed, tags)) return best;
  const mode = sureMode(lexed.text.plain);
  if (mode === undefined || mode === reading.stock.mode) return best;
  return { ...best, reading: { ...reading, stock: { ...reading.stock, mode } } };
}

/** Of several amounts one may have gone, and another be left. */
const isAlone = ({ tokens }: Lexed, tags: readonly string[]): boolean =>
  tags.filter((tag) => STOCKS.has(tag)).length === 1 &&
  tokens.every(({ is }, i) => (is !== 'amount' && is !== 'number') || tags[i] !== 'X');

function sureMode(plain: string): Mode | undefined {
  const [came, went, there] = [offerWords.came, offerWords.went, offerWords.there].map((words) =>
    words.test(plain),
  );
  if (offerWords.takenOff.test(plain) && !came && !offerWords.remain.test(plain)) return 'sub';
  if (went && !came && !there) return 'sub';
  return came && !went && !there ? 'add' : undefined;
}
