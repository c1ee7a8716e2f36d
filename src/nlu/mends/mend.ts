import { lex } from '../lexer/lexer.ts';
import { isQuantity } from '../lexer/tokens.ts';
import { normalizeText } from '../text/text.ts';
import { aroundWords, backOpenings, backWords, type MendField, unchangedWords } from './mend-words.ts';
import { type Piece, splitPieces } from './pieces.ts';

/** How a message puts right what was just done. */
export type Mend =
  /** 当我没说, or 别改了, which unsays no order: it is to be as it was. */
  | { readonly is: 'back'; readonly isUnsaid: boolean }
  /** 搞反了: each of two has what the other should have. */
  | { readonly is: 'reversed' }
  /** 多了一斤: so much more, or less, than it should be. */
  | { readonly is: 'over' | 'under'; readonly about: string; readonly by: string }
  /** 不是5斤，是3斤: something is another than was said. */
  | {
      readonly is: 'instead';
      /** What it is of, as it was said: 小米那个错了. */
      readonly about: string;
      readonly field: MendField | undefined;
      readonly wrong: string | undefined;
      readonly right: string;
      /** Sorry, 3 kg: perhaps no more than a courtesy. */
      readonly isWeak: boolean;
    }
  /** 上次错了，是3斤; 她说是3斤: of something else, or not certain; asked; or all is right. */
  | { readonly is: 'doubt' | 'asked' | 'right'; readonly namesFigure: boolean };

/**
 * What a message puts right, where all of it is explained by that; nothing where it says anything else. `names` are the goods
 * that there are.
 */
export function readMend(message: string, names: readonly string[] = []): Mend | undefined {
  if (message.length > LONGEST) return undefined;
  const back = takesBack(message);
  if (back) return { is: 'back', isUnsaid: back === 'unsaid' };
  const { pieces, isAsked, isRight, isElsewhere } = splitPieces(message, names);
  const namesFigure = lex(message).tokens.some(isQuantity);
  // 应该是50斤吧？我去数数.
  if (isAsked && pieces.some(({ is }) => is === 'is')) return { is: 'asked', namesFigure };
  if (!isRight && !pieces.some(isCue)) return undefined;
  if (isAsked) return { is: 'asked', namesFigure };
  if (isRight) return { is: 'right', namesFigure };
  // Sorry, my friend wants 3 kg; no more than 30 yuan: nobody says that anything was wrong.
  const isFirm = pieces.some((piece) => isCue(piece) && !WEAK.has(piece.is));
  if (isElsewhere || isUnsure(pieces)) return isFirm ? { is: 'doubt', namesFigure } : undefined;
  return pieces.some((_, i) => isDenial(pieces, i)) ? undefined : readShape(pieces);
}

/** 我是说20斤不是20块: the amount that is right, where nothing else is said. */
export function readMendedAmount(message: string): string | undefined {
  const mend = readMend(message);
  if (mend?.is !== 'instead' || mend.about !== '' || (mend.field ?? 'amount') !== 'amount') return undefined;
  const [only, ...others] = lex(mend.right).tokens;
  return only?.is === 'amount' && others.length === 0 ? mend.right : undefined;
}

/** Whether a figure stands alone, or with words that a stock or a price is told by; the goods may be named. */
export function isPlainFigure(words: string, name: string): boolean {
  const { text, tokens } = lex(words.replace(name, ' '));
  const whole = tokens.filter(isQuantity);
  if (whole.length === 0 || whole.length > 2) return false;
  const ends = new Map(whole.map(({ start, end }) => [start, end]));
  for (let at = 0; at < text.plain.length; ) {
    const end = ends.get(at) ?? at + (aroundWords.at(text.plain, at)?.word.length ?? 0);
    if (end === at && !SIGNS.test(text.plain[at] ?? '')) return false;
    at = Math.max(end, at + 1);
  }
  return true;
}

/** A longer message tells more than what is right. */
const LONGEST = 80;

/** Whether a message may put something right: names need not be known for that. */
export const mayMend = (message: string): boolean => readMend(message) !== undefined;

const isCue = ({ is }: Piece): boolean => CUES.has(is);
const CUES: ReadonlySet<Piece['is']> = new Set([
  ...(['wrong', 'weak', 'no', 'means', 'not', 'over', 'under', 'reversed'] as const),
]);
/** Sorry; wait, no: nothing need have been wrong. */
const WEAK: ReadonlySet<Piece['is']> = new Set(['weak', 'no']);

/** No millet; 啊不要小米: right before something, with no stop between. */
function isDenial(pieces: readonly Piece[], at: number): boolean {
  const next = pieces.slice(at + 1).find(({ is }) => is !== 'filler' && is !== 'soft')?.is;
  return pieces[at]?.is === 'no' && (next === 'content' || next === 'but');
}

/** 不对吧: somebody wonders. */
const isUnsure = (pieces: readonly Piece[]): boolean =>
  pieces.some(({ is }, i) => is === 'soft' && isCue(pieces[i - 1] ?? { is: 'filler' }));

/** 算了不改了, forget that: the whole message. Both together leave what was ordered. */
function takesBack(message: string): 'unsaid' | 'unchanged' | undefined {
  const { plain } = normalizeText(message);
  let at = 0;
  let back: 'unsaid' | 'unchanged' | undefined;
  while (at < plain.length) {
    const sign = plain[at] ?? '';
    const unchanged = unchangedWords.at(plain, at);
    const word = unchanged ?? backWords.at(plain, at);
    const opening = backOpenings.at(plain, at);
    if (word) back = unchanged ? 'unchanged' : (back ?? 'unsaid');
    else if (!opening && !SIGNS.test(sign)) return undefined;
    at += word?.word.length ?? opening?.word.length ?? 1;
  }
  return back;
}

const SIGNS = /[\s,.;!~…]/;

const LETTERS: Readonly<Record<Piece['is'], string>> = {
  ...{
    wrong: 'w',
    weak: 'w',
    no: 'w',
    is: 'i',
    means: 'm',
    not: 'n',
    but: 'b',
    field: 'f',
    content: 'c',
    stop: 's',
  },
  ...{ filler: '', soft: '', over: 'o', under: 'u', reversed: 'r' },
};

/** The kinds of what was said, a letter each, with the stops that part two contents. */
const shapeOf = (pieces: readonly Piece[]): string =>
  pieces
    .map(({ is }) => LETTERS[is])
    .join('')
    .replace(/s+/g, 's')
    .replace(/^s|s$/g, '')
    .replace(/(?<![c])s|s(?![cn])/g, '');

function readShape(pieces: readonly Piece[]): Mend | undefined {
  const contents = pieces.flatMap((piece) => (piece.is === 'content' ? [piece.text] : []));
  const shape = shapeOf(pieces).replace(/(?<=c)s?w+$/, '');
  const [first = '', second = '', third] = contents;
  const field = pieces.flatMap((piece) => (piece.is === 'field' ? [piece.field] : [])).at(0);
  const isWeak = pieces.filter(isCue).every(({ is }) => WEAK.has(is));
  const instead = { is: 'instead', about: '', field, wrong: undefined, isWeak } as const;
  if (third !== undefined) return undefined;
  if (/^[wf]*r+w*$/.test(shape)) return { is: 'reversed' };
  const much = /^w*f?(c?)[ou]c$/.exec(shape);
  if (much && field !== 'total') {
    const is = shape.includes('o') ? 'over' : 'under';
    return much[1] ? { is, about: first, by: second } : { is, about: '', by: first };
  }
  if (/^(?:w+f?w*[ibm]*|fw+[ibm]*|w*f?m)c$/.test(shape)) return { ...instead, right: first };
  if (/^(?:c(?:s?w+)(?:s|[ibm])c|w+c[im]c)$/.test(shape)) return { ...instead, about: first, right: second };
  if (/^w*f?w*nc(?:s|s?[ibm]+)c$/.test(shape)) return { ...instead, wrong: first, right: second };
  return /^w*f?w*[imb]*cs?nc$/.test(shape) ? { ...instead, wrong: second, right: first } : undefined;
}
