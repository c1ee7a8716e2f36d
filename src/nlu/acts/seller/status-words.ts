import { findActMood, isUnmeant, withoutUnmeant } from '../../clauses/act-mood.ts';
import type { SellerReading } from '../../reading.ts';
import { normalizeText } from '../../text/text.ts';
import { phrasePattern, phrasePatterns, plainWords } from '../phrases.ts';
import { sellerLexicon } from './seller-lexicon.ts';

// What becomes of goods on sale: taken off, sold out, sold again.

const status = phrasePatterns(sellerLexicon.status);
const acts = phrasePattern([
  ...sellerLexicon.status.off,
  ...sellerLexicon.status.soldOut,
  ...sellerLexicon.status.on,
]);
/** 卖完了吧, 卖光了呢: it is guessed or asked whether it is so. */
const guessed = new RegExp(
  `${phrasePattern(sellerLexicon.status.soldOut).source}[了啦咯喽咗]*(?:吧|呢|咩)\\s*$`,
  'u',
);

/** What becomes of a product: not shown for now, nothing left, or sold again. */
export type StatusMove = 'off' | 'sold-out' | 'on';

/**
 * 先下架, 卖光了, 又有了，上架吧; nothing where two of them are said, or it is only feared: 快卖完了. 卖完了，先下架 is taken off
 * because nothing is left; 没卖完，别下架 is neither. 刚才下架的 tells which goods are meant, and is no deed. What is denied, asked,
 * only heard, of others or of another day counts for nothing.
 */
export function readStatusMove(message: string): StatusMove | undefined {
  const words = plainWords(withoutUnmeant(message, acts));
  const deed = words.replace(past, ' ');
  const isAgain = deed !== words && status.back.test(deed);
  const isSoldOut = status.soldOut.test(deed) && !status.unsure.test(deed) && !guessed.test(deed);
  const isOff = status.off.test(deed);
  const isOn = isAgain || status.on.test(deed.replace(status.off, ' '));
  if (isOn) return isSoldOut || isOff || isNotBack(deed) || areOthersBack(message) ? undefined : 'on';
  return isSoldOut ? 'sold-out' : isOff ? 'off' : undefined;
}

export const guessesSoldOut = (message: string): boolean =>
  guessed.test(plainWords(message)) && findActMood(message.replace(/[吧呢咩]\s*$/u, ''), acts) === undefined;

/** Of others, denied, asked, told or taken back; what is only supposed may be asked about. */
export const isUnmeantStatus = (message: string): boolean => isUnmeant(findActMood(message, acts));

/** 核桃没卖完，红枣下架: the message without what is not to become of goods; whole where nothing of it is. */
export function withoutUnmeantStatus(message: string): string {
  const meant = withoutUnmeant(message, acts);
  return acts.test(plainWords(meant)) ? meant : message;
}

const past = phrasePattern(sellerLexicon.status.past, 'g');
const back = phrasePattern(sellerLexicon.status.back, 'g');
/** 先别上架, `do not relist`: the deed stands right behind what denies it. */
const notBack = new RegExp(
  `${phrasePattern(sellerLexicon.status.notBack).source}(?:\\p{Script=Han}{0,4}|[a-z ]{0,8})` +
    phrasePattern([...sellerLexicon.status.on, ...sellerLexicon.status.back]).source,
  'u',
);
const notDenied = phrasePattern(sellerLexicon.status.notDenied, 'g');
/** 不少核桃又有货了 denies nothing. */
function isNotBack(words: string): boolean {
  const said = words.replace(notDenied, ' ');
  return notBack.test(said) || status.backLater.test(said);
}
/** I pulled the walnuts, put the dates back: what is put back is not what was taken off. */
const othersBack = new RegExp(
  `${phrasePattern(sellerLexicon.status.past.filter((one) => /^(?:i|we) /.test(one))).source} (?:the|my|our) ` +
    '(?<goods>[^,;.]+?)[,;.] ?(?:and |so |now |please )*(?:put|bring|relist|resume|sell) ' +
    '(?!(?:it|them|that|those|these|this)\\b)(?!(?:the |my |our )?\\k<goods>)',
  'u',
);
const areOthersBack = (message: string): boolean => othersBack.test(normalizeText(message).plain);
const around = phrasePattern(sellerLexicon.status.around, 'g');
const backAround = phrasePattern(sellerLexicon.status.backAround, 'g');
const soldOut = phrasePattern(sellerLexicon.status.soldOut, 'g');

/** 荔枝干卖断市喇, 刚才下架的核桃再挂上去: one of the seller's titles, what becomes of it, and not a word beside that. */
export function readPlainStatus(message: string, titles: readonly string[]): SellerReading | undefined {
  if (/[?？]/u.test(message) || areOthersBack(message)) return undefined;
  const words = plainWords(message);
  const title = titles
    .filter((one) => words.includes(one.toLowerCase()))
    .reduce((best, one) => (one.length > best.length ? one : best), '');
  // I pulled the walnuts, put the dates back: of two goods one is not the other.
  const isOther = (one: string): boolean =>
    words.replaceAll(title.toLowerCase(), ' ').includes(one.toLowerCase());
  if (title === '' || titles.some(isOther)) return undefined;
  const rest = words.replace(title.toLowerCase(), ' ');
  const isSaid =
    (status.soldOut.test(rest) && isNothing(rest.replace(soldOut, ' ').replace(around, ' '))) || isBack(rest);
  return isSaid
    ? {
        ...{ kind: 'status', title, measure: null, price: null, priceQuantity: null, stock: null },
        ...{ packs: [], ambiguous: [] },
      }
    : undefined;
}

/** What was done before and is done now, and nothing else. */
function isBack(words: string): boolean {
  const deed = words.replace(past, ' ');
  const isToldTwice = deed !== words && status.back.test(deed) && !isNotBack(deed);
  return isToldTwice && isNothing(deed.replace(back, ' ').replace(backAround, ' '));
}

const isNothing = (words: string): boolean => words.trim() === '';
