import { z } from 'zod';
import { readData } from '../../shop/values/data-file.ts';
import { dateZh, findOwnStory, splitSaid } from '../facts/fact-list.ts';
import { type Draft, type Facts, TITLE_LENGTH, type Voice, voices, type Wording } from '../facts/facts.ts';
import { joined } from '../text/sentences.ts';
import { findForbidden, findObjections } from './check.ts';
import { blurbLimits, holdsAvoided } from './edits.ts';
import { type DraftOrder, FIRST_ORDER } from './order.ts';
import { withinLength } from './prune.ts';
import { englishTitle, translateTerm } from './translate.ts';

const several = z.array(z.string()).min(1);
const side = z.strictObject({
  open: several,
  harvest: z.object({ other: several }).catchall(several),
  greet: several,
  close: several,
  point: z.strictObject({ place: z.string(), harvest: z.string() }),
});
const shape = z.strictObject({ zh: side, en: side });
type Side = z.infer<typeof side>;

let loaded: z.infer<typeof shape> | undefined;

/** What the sentences of one language are filled with. */
interface Filling {
  readonly title: string;
  readonly place: string;
  readonly seller: string;
  readonly date: string | undefined;
  readonly said: readonly string[];
}

/**
 * Writes drafts without a model, in three voices, from the facts alone. Leaves out price and stock, which the
 * screen shows beside the text, and sentences that an advertisement may not contain.
 */
export function fromTemplate(facts: Facts, order: DraftOrder = FIRST_ORDER): [Draft, ...Draft[]] {
  const wanted = order.edits.voice ?? voices[0];
  const draftIn = createDrafter(facts, order);
  const preferred = draftIn(wanted);
  const drafts = [preferred, ...voices.filter((voice) => voice !== wanted).map(draftIn)];
  const [first, ...more] = drafts.filter(({ zh }) => !order.earlier.includes(zh.blurb));
  // All that can be said of so few facts has been shown: they are shown in turn.
  const turn = drafts.at(order.round % drafts.length);
  if (first) return [first, ...more];
  return [turn ?? preferred];
}

/** What does not depend on the voice is worked out once for all of them: a sentence takes milliseconds to check. */
function createDrafter(facts: Facts, order: DraftOrder): (voice: Voice) => Draft {
  loaded ??= readData('templates.yaml', shape);
  const texts = loaded;
  const said = [...splitSaid(facts.words ?? ''), ...findOwnStory(facts)];
  const [zh, en] = [fillingZh(facts, said), fillingEn(facts, said)];
  const isFine = keepAnswers(
    (text) => !holdsAvoided(text, order.edits) && findObjections(text, facts).length === 0,
  );
  return (voice) => ({
    voice,
    zh: wordingOf({ voice, facts, order, isFine, isZh: true, texts: texts.zh, filling: zh }),
    en: wordingOf({ voice, facts, order, isFine, isZh: false, texts: texts.en, filling: en }),
  });
}

/** The same test, asked once about each text. */
function keepAnswers(test: (text: string) => boolean): (text: string) => boolean {
  const answers = new Map<string, boolean>();
  return (text) => {
    const answer = answers.get(text) ?? test(text);
    answers.set(text, answer);
    return answer;
  };
}

function fillingZh(facts: Facts, said: readonly string[]): Filling {
  const { name, county, province } = facts.village;
  return {
    title: usable(facts.title, facts) || cut(`${name}的农产品`, TITLE_LENGTH),
    place: `${province}${county}${name}`,
    seller: facts.seller,
    date: facts.harvestedOn && dateZh(facts.harvestedOn),
    said: said.filter(isChinese).map((sentence) => `${sentence.replaceAll(',', '，')}。`),
  };
}

function fillingEn(facts: Facts, said: readonly string[]): Filling {
  const { nameEn, countyEn, provinceEn } = facts.village;
  const title = usable(facts.titleEn || englishTitle(facts.title) || '', facts);
  return {
    title: title || usable(facts.title, facts) || cut(`Produce of ${nameEn}`, TITLE_LENGTH),
    place: [nameEn, countyEn, provinceEn].filter(Boolean).join(', '),
    seller: facts.sellerEn || facts.seller,
    date: facts.harvestedOn && dateEn(facts.harvestedOn),
    said: saidInEnglish(said).map((sentence) => `${sentence}.`),
  };
}

/** The openings with the most placeholders, of those whose placeholders are all known. */
function fullest(openings: readonly string[], filling: Filling): string[] {
  const namesIn = (text: string): number => text.match(/\{\w+\}/g)?.length ?? 0;
  const known = openings
    .filter((text) => !/\{seller\}/.test(text) || filling.seller !== '')
    .filter((text) => !/\{place\}/.test(text) || filling.place !== '');
  const most = Math.max(...known.map(namesIn));
  return known.filter((text) => namesIn(text) === most);
}

/** The seller's English sentences, and Chinese clauses that the glossary translates. */
function saidInEnglish(said: readonly string[]): string[] {
  const words = said
    .filter(isChinese)
    .flatMap((sentence) => sentence.split(','))
    .map(translateTerm);
  const known = words.filter((word) => word !== undefined);
  const first = known[0];
  const translated = first ? [`${first.charAt(0).toUpperCase()}${known.join(', ').slice(1)}`] : [];
  return [...said.filter((sentence) => !isChinese(sentence)), ...translated];
}

interface WordingParts {
  readonly voice: Voice;
  readonly facts: Facts;
  readonly order: DraftOrder;
  readonly isFine: (text: string) => boolean;
  readonly isZh: boolean;
  readonly texts: Side;
  readonly filling: Filling;
}

function wordingOf({ voice, facts, order, isFine, isZh, texts, filling }: WordingParts): Wording {
  const pick = (all: readonly string[]): string =>
    filled(all[(numberOf(facts, voice) + order.round) % all.length] ?? '', filling);
  const most = blurbLimits(order.edits)[isZh ? 'zh' : 'en'];
  const harvest = filling.date ? [pick(texts.harvest[facts.category] ?? texts.harvest.other)] : [];
  const [greet, close] = [pick(texts.greet), pick(texts.close)];
  const body = [pick(fullest(texts.open, filling)), ...filling.said, ...harvest].filter(isFine);
  const friendly = [greet, ...body, close].filter(isFine);
  const kept = withinLength(
    { plain: body, warm: friendly, short: body.slice(0, 2) }[voice],
    most,
    isZh,
    isFine,
  );
  const points = [
    ...filling.said.map((sentence) => sentence.replace(/[。.]$/, '')),
    ...(filling.place ? [filled(texts.point.place, filling)] : []),
    ...(filling.date ? [filled(texts.point.harvest, filling)] : []),
  ];
  return {
    title: filling.title,
    blurb: kept.length > 0 ? joined(kept, isZh) : filling.title,
    points: points.filter((point) => point.length <= 40 && isFine(point)).slice(0, 3),
    tags: [filling.title, isZh ? facts.village.name : facts.village.nameEn].filter(isFine),
  };
}

const filled = (text: string, filling: Filling): string =>
  text.replace(
    /\{(title|place|seller|date)\}/g,
    (_, name: 'title' | 'place' | 'seller' | 'date') => filling[name] ?? '',
  );

/** A number that depends on the product alone, so that each keeps its sentences. */
function numberOf({ title, seller, words = '' }: Facts, voice: Voice): number {
  return [...`${title}${seller}${words}${voice}`].reduce(
    (sum, sign) => (sum * 31 + (sign.codePointAt(0) ?? 0)) % 65_521,
    7,
  );
}

/** A title that may be published; empty where no letters are left, or the rest claims more than the facts. */
function usable(title: string, facts: Facts): string {
  const rest = cut(cleaned(title, facts), TITLE_LENGTH);
  return /\p{L}/u.test(rest) && findObjections(rest, facts).length === 0 ? rest : '';
}

/** Removes unlawful words from a title: 最好的核桃 becomes 核桃. */
function cleaned(title: string, facts: Facts): string {
  const [word] = findForbidden(title, facts);
  if (word === undefined) return title.replace(/\s+/g, ' ').trim();
  const rest = title.replace(word, ' ').replace(/^\s*[的好，,]+/u, '');
  // Without this check, a word that cannot be replaced would be searched for endlessly.
  return rest.length < title.length ? cleaned(rest, facts) : '';
}

const isChinese = (text: string): boolean => /\p{Script=Han}/u.test(text);

/** `20 September 2026`. */
const dateEn = (date: string): string =>
  new Date(`${date}T00:00:00Z`).toLocaleDateString('en-GB', { dateStyle: 'long', timeZone: 'UTC' });

/** Cuts a text without splitting a character or a word. */
function cut(text: string, length: number): string {
  if (text.length <= length) return text;
  const start = text.slice(0, length - 1).replace(/[\uD800-\uDBFF]$/, '');
  return `${start.replace(/(?<= .*)\S*$/u, '').trim()}…`;
}
