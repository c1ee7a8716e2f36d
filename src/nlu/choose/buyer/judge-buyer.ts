import type { BuyerCandidate } from '../../candidates/propose-buyer.ts';
import type { Lexed } from '../../lexer/tokens.ts';
import type { Mark } from '../../model/goods.ts';
import type { BuyerReading } from '../../reading.ts';
import { findNames } from '../../tagger/tags.ts';
import type { Facts } from '../chooser.ts';
import { amountFacts, cueFacts, shareFacts } from '../clause-facts.ts';
import { distanceFacts, findNameFacts } from '../name-facts.ts';
import { sameOrder } from '../second-opinion.ts';
import { problemsInOrder } from './verify-buyer.ts';

/** What speaks for and against a way to take a buyer's message. */
export function factsOfOrder(
  lexed: Lexed,
  marks: readonly Mark[],
  rules: BuyerReading | undefined,
  candidate: BuyerCandidate,
): Facts {
  const facts: Record<string, number> = {
    ...shareFacts(candidate),
    ...cueFacts(lexed, candidate.kind),
    [`kind ${candidate.kind}`]: 1,
    ...(rules && agreement(candidate, rules)),
  };
  if (candidate.kind !== 'order' && candidate.kind !== 'search')
    return { ...facts, ...blankFacts(lexed), [`blank ${candidate.kind}`]: 1 };
  if (candidate.kind === 'order')
    for (const { rule } of problemsInOrder(lexed, candidate)) facts[rule] = (facts[rule] ?? 0) + 1;
  return {
    ...facts,
    ...nameFacts(lexed, marks, candidate.tags),
    ...lineFacts(candidate),
    ...amountFacts(lexed, candidate.tags, ORDERING),
  };
}

/** What the older rules say of it too. */
function agreement(candidate: BuyerCandidate, rules: BuyerReading): Facts {
  const amounts = ({ lines }: Pick<BuyerReading, 'lines'>): string =>
    lines.map(({ quantity, measure }) => `${quantity} ${measure}`).join();
  return {
    'rules agree': sameOrder(candidate, rules) ? 1 : 0,
    'rules agree on the kind': candidate.kind === rules.kind ? 1 : 0,
    'rules agree on the amounts': rules.lines.length > 0 && amounts(candidate) === amounts(rules) ? 1 : 0,
  };
}

const blankFacts = ({ tokens }: Lexed): Facts => ({
  'amounts left': Math.min(3, tokens.filter((token) => token.is === 'amount').length),
});

const ORDERING = new Set(['QL', 'QR', 'EL', 'ER']);

function nameFacts(lexed: Lexed, marks: readonly Mark[], tags: readonly string[]): Facts {
  const names = findNames(tags);
  const { unknown, classed, cut, placed, left, long, oddEnds, grown, twice } = findNameFacts(
    lexed,
    marks,
    names,
    tags,
  );
  const { beside, apart } = distanceFacts(lexed, names, tags, ORDERING);
  return {
    names: names.length,
    'unknown names': unknown,
    'names with other words': classed,
    'cut names': cut,
    'placed names': placed,
    'known names left': left,
    'long names': long,
    'names with an odd end': oddEnds,
    'known names with more': grown,
    'names said twice': twice,
    'amounts beside names': beside,
    'amounts apart from names': apart,
    'amounts that contain': tags.filter((tag) => tag === 'C').length,
    'amounts for each': tags.filter((tag) => tag === 'EL' || tag === 'ER').length,
  };
}

function lineFacts({ lines, isVague, tags }: BuyerCandidate): Facts {
  const bare = lines.filter(({ quantity, measure }) => quantity === null && measure === null).length;
  return {
    'all bare': bare === lines.length ? 1 : 0,
    'bare lines': bare,
    'nameless lines': lines.filter(({ product }) => product === '').length,
    vague: isVague ? 1 : 0,
    'unused amounts': tags.filter((tag) => tag === 'X').length,
  };
}

/** Equal for orders that state the same. */
export const orderKey = ({ kind, lines }: BuyerCandidate): string =>
  JSON.stringify([kind, kind === 'order' ? lines.map(({ quantity, measure }) => [quantity, measure]) : []]);

export const statesAmounts = ({ kind, lines }: BuyerCandidate): boolean =>
  kind === 'order' && lines.some(({ quantity }) => quantity !== null);
