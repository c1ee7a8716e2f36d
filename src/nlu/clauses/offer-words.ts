import { readData } from '../../shop/values/data-file.ts';
import { offersFile } from '../text/lexicon.ts';

const lexicon = readData('lexicon/offers.yaml', offersFile);

const isLatin = (phrase: string): boolean => /^[a-z]/.test(phrase);

/** The phrases as the source of a pattern, the longest first; Latin ones as whole words. `…` is a gap. */
const anyOf = (list: readonly string[]): string =>
  [...list]
    .sort((one, other) => other.length - one.length)
    .map((phrase) => phrase.replace('…', '.{3,24}?'))
    .map((phrase) => (isLatin(phrase) ? `\\b${phrase}\\b` : phrase))
    .join('|');

/** Patterns over the plain text before or behind a number of an offer. */
export const offerWords = {
  leastBefore: new RegExp(`(?:${anyOf(lexicon.leastBefore)})[:\\s]*$`, 'u'),
  tierBehind: new RegExp(`^\\s*(?:${anyOf(lexicon.tierBehind)})`, 'u'),
  takenBefore: new RegExp(`(?:${anyOf(lexicon.takenBefore)})\\s*$`, 'u'),
  takenBehind: new RegExp(`^\\s*(?:${anyOf(lexicon.takenBehind)})`, 'u'),
  packBehind: new RegExp(`^\\s*(?:${anyOf(lexicon.packBehind)})`, 'u'),
  packedBehind: new RegExp(`^\\s*(?:${anyOf(lexicon.packedBehind)})`, 'u'),
  packOf: new RegExp(`^\\s*(?:${anyOf(lexicon.packOf)})`, 'u'),
  feeBefore: new RegExp(`(?:${anyOf(lexicon.feeBefore)})[^,;!?\\d]{0,10}$`, 'u'),
  otherCosts: new RegExp(`(?:${anyOf(lexicon.otherCosts)})[^,;!?\\d]{0,10}$`, 'u'),
  supposedBefore: new RegExp(`(?:${anyOf(lexicon.supposedBefore)})[^,;!?\\d]{0,6}$`, 'u'),
  toldBefore: new RegExp(`(?:^|[,;!?])\\s*[我俺]?(?:${anyOf(lexicon.toldBefore)})[^,;!?]*$`, 'u'),
  judgedBehind: new RegExp(`^[^,;!?]{0,6}(?:${anyOf(lexicon.judgedBehind)})`, 'u'),
  movedMaybe: new RegExp(`(?:${anyOf(lexicon.movedMaybe)})\\s*$`, 'u'),
  moved: new RegExp(`(?:${anyOf(lexicon.moved)})\\s*$`, 'u'),
  noGoods: new RegExp(`^(?:${anyOf(lexicon.noGoods)})`, 'u'),
  somebodys: new RegExp(`(?:${anyOf(lexicon.persons)})(?:${anyOf(lexicon.theirs)})[^,;]{0,2}$`, 'u'),
  joins: new RegExp(`^\\s*(?:${anyOf(lexicon.joins)})\\s*$`, 'u'),
  bounds: new RegExp(`(?:${anyOf(lexicon.bounds)})\\s*$`, 'u'),
  moreCame: new RegExp(anyOf(lexicon.moreCame), 'u'),
  sentOff: new RegExp(anyOf(lexicon.sentOff), 'u'),
  came: new RegExp(anyOf(lexicon.came), 'u'),
  went: new RegExp(anyOf(lexicon.went), 'u'),
  there: new RegExp(anyOf(lexicon.there), 'u'),
  takenOff: new RegExp(anyOf(lexicon.takenOff), 'u'),
  remain: new RegExp(anyOf(lexicon.remain), 'u'),
} as const;
