import { findCues } from '../../clauses/cues.ts';
import { detectModality } from '../../clauses/modality.ts';
import { lex } from '../../lexer/lexer.ts';
import { findGoods, type Known } from '../../model/goods.ts';
import { takesBack } from '../../plain/whole-list.ts';
import type { BuyerReading } from '../../reading.ts';

/** Clauses with such words tell, ask or imagine. */
const UNREAL = ['past', 'hearsay', 'condition', 'asked', 'negated', 'corrected'];

/**
 * Goods of the catalogue that an order names and no line has: how much of them is asked, and none is left out in silence.
 */
export function withLeftNames(
  message: string,
  reading: BuyerReading,
  known: Known,
  titles: readonly string[],
): BuyerReading {
  if (reading.kind !== 'order' || reading.lines.length === 0 || reading.recipient) return reading;
  const lexed = lex(message);
  const marks = findGoods(lexed, known);
  if (takesBack(lexed, marks)) return reading;
  const cues = findCues(lexed);
  const modality = detectModality(lexed);
  const plainTitles = titles.map((title) => title.toLowerCase());
  const taken = reading.lines.map(({ product }) => product.toLowerCase());
  const left: string[] = [];
  for (const [i, mark] of marks.entries()) {
    if (mark !== 'S' && mark !== 'B') continue;
    const last = mark === 'S' ? i : marks.indexOf('E', i);
    const name = lexed.text.said.slice(lexed.tokens[i]?.start, lexed.tokens[last]?.end);
    const said = name.toLowerCase();
    const isOther = ![...taken, ...left].some((one) => one.includes(said) || said.includes(one));
    const isUnreal = (cues[i] ?? []).some((cue) => UNREAL.includes(cue.slice(0, -1)));
    const isSold = said.length > 1 && plainTitles.some((title) => title.endsWith(said));
    if (isOther && isSold && !isUnreal && !modality.isNegated(i, last)) left.push(name);
  }
  const asked = left.map((product) => ({ product, quantity: null, measure: null }));
  return left.length === 0
    ? reading
    : { ...reading, lines: [...reading.lines, ...asked], ambiguous: [...reading.ambiguous, 'quantity'] };
}
