import { toSimplified } from '../../shop/values/simplified.ts';
import { withPhonesInFigures } from './spoken-phones.ts';

/** A message in two readings of one length: as it was typed, and plain (simplified, lower case, half-width). */
export interface Text {
  readonly said: string;
  readonly plain: string;
}

const HAN = /\p{Script=Han}/u;

const signs = new Map(
  [..."。. 、, ，, ；; ：: ？? ！! ～~ 【( 】) ×x ＊* –- —- ’' ‘' ⁄/ 両两".matchAll(/(\S)(\S)/g)].map(
    ([, from = '', to = '']) => [from, to],
  ),
);
const breaks = new Map([
  ['\n', ';'],
  ['\t', ' '],
  ['\r', ' '],
]);

/** A Chinese comma is no decimal comma: 25，5斤 are two amounts. */
const COMMA_BETWEEN = /(?<=[\d\uff10-\uff19])[，、](?=[\d\uff10-\uff19])/gu;

/** Prepares a message for reading. Never throws; a lone surrogate or an unknown sign stays itself. */
export function normalizeText(message: string): Text {
  const said = withPhonesInFigures(message.toWellFormed()).replace(COMMA_BETWEEN, '；').normalize('NFKC');
  const simple = HAN.test(said) ? sameLength(toSimplified(said), said) : said;
  let plain = '';
  for (const sign of simple) plain += plainSign(sign);
  return { said, plain };
}

/** Places in both readings must agree. Where a phrase changes its length, signs are changed one by one. */
function sameLength(changed: string, said: string): string {
  if (changed.length === said.length) return changed;
  return [...said].map((sign) => (HAN.test(sign) ? keepLength(toSimplified(sign), sign) : sign)).join('');
}

function plainSign(sign: string): string {
  return signs.get(sign) ?? breaks.get(sign) ?? keepLength(sign.toLowerCase(), sign);
}

const keepLength = (changed: string, sign: string): string =>
  changed.length === sign.length ? changed : sign;
