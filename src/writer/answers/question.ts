import { readText } from '../claims/reading.ts';
import { vocabulary } from '../claims/vocabulary.ts';
import { splitSaid } from '../facts/fact-list.ts';
import { withoutPersonalData } from '../facts/personal-data.ts';
import { findRuleHits, findUnlawful } from '../law/law.ts';

/** Words that ask, and say nothing about what is asked. */
const ASKING =
  /^(?:吗|呢|么|吧|啊|呀|不|没|有|是|的|了|会|能|可以|可|请问|请|想问|问|怎么样|怎样|怎么|什么|多少|几|多|你|您|你们|家|这|这个|那|那个|它|老板|is|are|it|its|do|does|did|the|a|an|of|your|you|this|these|they|how|what|which|can|could|i|please|so|very|any)$/iu;

/** What a question or a sentence is about: meanings of the glossary, and words that it does not know. */
function topicsIn(text: string): ReadonlySet<string> {
  const { chinese, english, phrases } = readText(text);
  const { meanings } = vocabulary();
  const inPhrase = (at: number): boolean => phrases.some(({ from, to }) => at >= from && at < to);
  const words = [
    ...chinese.filter(({ from }) => !inPhrase(from)).map(({ word }) => word),
    ...english.filter(({ from }) => !inPhrase(from)).map(({ stem }) => stem),
  ].filter((word) => !ASKING.test(word));
  return new Set([
    ...phrases.map((phrase) => [...phrase.meanings].toSorted((one, other) => one - other).join()),
    ...words.map(
      (word) => [...(meanings.get(word) ?? [])].toSorted((one, other) => one - other).join() || word,
    ),
  ]);
}

const without = (topics: ReadonlySet<string>, goods: ReadonlySet<string>): string[] =>
  [...topics].filter((topic) => !goods.has(topic));

/** Whether two questions about the product ask the same. */
export function isSameQuestion(asked: string, kept: string, title: string): boolean {
  if (asked.trim() === kept.trim()) return true;
  const goods = topicsIn(title);
  const [one, other] = [without(topicsIn(asked), goods), without(topicsIn(kept), goods)];
  const shared = one.filter((topic) => other.includes(topic)).length;
  return shared > 0 && shared === one.length && shared === other.length;
}

/** The clause in which the seller said what is asked; undefined where no single one has all of it. */
export function findSaid(asked: string, said: readonly string[], title: string): string | undefined {
  const goods = topicsIn(title);
  const wanted = without(topicsIn(asked), goods);
  if (wanted.length === 0) return undefined;
  return said
    .flatMap((text) => splitSaid(withoutPersonalData(text)))
    .flatMap((sentence) => sentence.split(','))
    .find((clause) => {
      const topics = topicsIn(clause);
      return wanted.every((topic) => topics.has(topic)) && mayBeRepeated(clause);
    });
}

/** Whether an answer may be given to others: without contacts, and lawful. */
export const mayBeRepeated = (answer: string): boolean =>
  findUnlawful(answer).length === 0 && withoutPersonalData(answer) === answer.normalize('NFKC').trim();

/**
 * Whether its seller may be asked to have an answer given again: without contacts, and without words that the law names. What
 * only sounds unlawful (`only apricots`) is warned of when the seller keeps it, as in a listing.
 */
export const mayBeKept = (answer: string): boolean =>
  findRuleHits(answer).every(({ level }) => level === 'mind') &&
  withoutPersonalData(answer) === answer.normalize('NFKC').trim();
