import { lex } from '../../../lexer/lexer.ts';
import { isQuantity } from '../../../lexer/tokens.ts';
import { readSeller } from '../../../read.ts';
import { splitClauses } from '../../clauses.ts';
import { phrasePattern } from '../../phrases.ts';
import { settingWords } from './setting-lexicon.ts';

/** Two fees, each with the words that it is said with: one of them may be of some places alone. Fen. */
export interface TwoFees {
  readonly is: 'two-fees';
  readonly fees: readonly [FeeOfWords, FeeOfWords];
}

interface FeeOfWords {
  readonly fee: number;
  readonly words: string;
}

const named = phrasePattern(settingWords.fee.named);
const aside = phrasePattern(settingWords.fee.aside);
const free = phrasePattern(settingWords.fee.free);
const order = phrasePattern(settingWords.weight.order);

/** 快递9块一单，新疆西藏那边的要25: which places those are is known where the provinces are. */
export function readTwoFees(message: string): TwoFees | undefined {
  const { text, tokens } = lex(message);
  if (!named.test(text.plain) || free.test(text.plain) || aside.test(text.plain)) return undefined;
  const counted = tokens.filter(isQuantity).filter(({ text: words }) => !order.test(words));
  const sums = counted.flatMap((token) => {
    const fee = token.is === 'money' ? token.fen : token.is === 'number' ? tenth(token.value) : undefined;
    return fee === undefined ? [] : [{ fee, end: token.end }];
  });
  const [one, other] = sums;
  if (!one || !other || sums.length > 2 || counted.length > 2) return undefined;
  const pieces = piecesOf(text.plain);
  return (
    pieces && {
      is: 'two-fees',
      fees: [
        { fee: one.fee, words: pieces[0] },
        { fee: other.fee, words: pieces[1] },
      ],
    }
  );
}

/** What is said with either sum; nothing where one clause holds both, or one of them is what goods cost. */
function piecesOf(plain: string): readonly [string, string] | undefined {
  const clauses = splitClauses(plain);
  const holding = clauses.filter((clause) => lex(clause).tokens.some(isSum));
  // 邮费6块，江西脐橙28: a province, and no place of a fee.
  if (holding.some((clause) => !named.test(clause) && readSeller(clause).title !== null)) return undefined;
  const [first, second] = holding;
  if (first !== undefined && second !== undefined && holding.length === 2) {
    // 内蒙古新疆那些远的地方，要收22: places that stand alone belong to what follows.
    const at = clauses.indexOf(second);
    const from = clauses.indexOf(first) + 1;
    return [clauses.slice(0, from).join('，'), clauses.slice(from, at + 1).join('，')];
  }
  return undefined;
}

const isSum = ({ is }: { readonly is: string }): boolean => is === 'money' || is === 'number';

const tenth = (thousandths: number | undefined): number | undefined =>
  thousandths === undefined ? undefined : thousandths / 10;
