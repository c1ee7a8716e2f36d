import { readFileSync } from 'node:fs';
import { findRuleHits } from '../../src/writer/law/law.ts';
import { law } from '../../src/writer/law/law-rules.ts';
import { findSentences } from '../../src/writer/law/passages.ts';

/** A text, what is wrong with it (`ok`: nothing), and who wrote it. */
export interface LawText {
  readonly text: string;
  readonly sense: string;
  readonly writer: string;
}

interface CorpusLine {
  readonly kind: string;
  readonly part?: string;
  readonly text: string;
  readonly expect: 'forbidden' | 'certificate' | 'ok';
  readonly why?: string;
}

const corpora = new URL('../../test/corpus/', import.meta.url);

/** The judged texts of the corpus, each with the sense of the rule that finds it. */
export function judgedTexts(file = new URL('claims.jsonl', corpora)): LawText[] {
  return linesOf<CorpusLine>(file)
    .filter(({ kind = 'law' }) => kind === 'law')
    .map((line) => ({ text: line.text, sense: senseOf(line), writer: line.part ?? 'hand' }));
}

/** What a text is against: by the ground that its judge gave, else by the rule that finds it. */
function senseOf({ text, expect, why = '' }: CorpusLine): string {
  if (expect !== 'forbidden') return expect;
  const ground = GROUNDS.find(([words]) => words.test(why));
  const hit = findRuleHits(text).find(({ level }) => level === 'forbidden');
  return ground?.[1] ?? (hit && senseByRule[hit.rule]) ?? 'absolute';
}

const GROUNDS: readonly (readonly [RegExp, string])[] = [
  [/9\(3\)|absolute/, 'absolute'],
  [/9\(2\)|state organs/, 'state'],
  [/health|art 17/, 'health'],
  [/art 28|price/, 'promise'],
  [/art 13|other sellers/, 'others'],
  [/trademark/, 'trademark'],
];

const senseByRule: Readonly<Record<string, string>> = {
  ...{ state: 'state', 'english-state': 'state', trademark: 'trademark' },
  ...{ illness: 'health', effect: 'health', proof: 'health', 'english-health': 'health' },
  ...{ price: 'promise', 'all-or-nothing': 'promise', 'english-promise': 'promise' },
  ...{ others: 'others', 'english-others': 'others' },
};

/** What may be proven is not against the law. */
const senseByLevel: Readonly<Record<string, string>> = { certificate: 'certificate', mind: 'ok' };

/** The examples of the rules themselves. */
export const exampleTexts = (): LawText[] =>
  law().rules.flatMap(({ id, level, sense, examples: { unlawful, lawful } }) => [
    ...unlawful.map((text) => ({
      ...{ text, writer: 'rules' },
      sense: sense ?? senseByLevel[level] ?? senseByRule[id] ?? 'absolute',
    })),
    ...lawful.map((text) => ({ text, sense: 'ok', writer: 'rules' })),
  ]);

/** What sellers and buyers write, and texts whose claims are checked: lawful where no rule finds anything. */
export function plainTexts(): LawText[] {
  const messages = ['seller', 'fresh-seller', 'second-seller', 'third-seller']
    .flatMap((name) => linesOf<{ message?: string }>(new URL(`${name}.jsonl`, corpora)))
    .map(({ message = '' }) => ({ text: message, writer: 'messages' }));
  const claims = linesOf<{ kind: string; text: string; facts?: string[] }>(new URL('claims.jsonl', corpora))
    .filter(({ kind }) => kind === 'claims')
    .flatMap(({ text, facts = [] }) => [...facts, text].map((one) => ({ text: one, writer: 'claims' })));
  const seen = new Set<string>();
  return [...messages, ...claims]
    .flatMap((one) => [one, ...toSentences(one.text).map((text) => ({ ...one, text }))])
    .filter(({ text }) => text !== '' && text.length < 120 && !seen.has(text) && seen.add(text))
    .filter(({ text }) => findRuleHits(text).every(({ level }) => level === 'mind'))
    .map((one) => ({ ...one, sense: 'ok' }));
}

/** The check judges the sentences of a text also by themselves. */
const toSentences = (text: string): string[] =>
  findSentences(text.normalize('NFKC')).map(({ from, to }) => text.normalize('NFKC').slice(from, to).trim());

const linesOf = <Line>(file: URL): Line[] =>
  readFileSync(file, 'utf8')
    .split('\n')
    .filter(Boolean)
    .map((line): Line => JSON.parse(line));
