import { normalizeText } from '../../text/text.ts';
import { lexicon } from '../lexicon.ts';
import { packed, phrasePatterns, plainWords } from '../phrases.ts';
import { sellerLexicon } from './seller-lexicon.ts';

// 行，辛苦啦; 嗯嗯知道了谢谢啊: several courtesies in a breath, with or without signs between them.

type Kind = 'thanks' | 'bye' | 'greet' | 'heard' | 'yes' | 'filler';

const { thanks, bye, greet, yes } = lexicon.whole;
const lists: readonly (readonly [Kind, readonly string[]])[] = [
  ['thanks', [...thanks, ...sellerLexicon.talk.thanked]],
  ['bye', [...bye, ...sellerLexicon.talk.parting]],
  ['greet', greet],
  ['heard', sellerLexicon.talk.heard],
  ['yes', yes],
  ['filler', [...lexicon.courtesy, ...sellerLexicon.talk.filler]],
];

/** Each phrase without blanks, by its first sign, the longest first. */
const known = new Map<string, (readonly [string, Kind])[]>();
for (const [kind, list] of lists)
  for (const phrase of list.map((one) => packed(normalizeText(one).plain)).filter(Boolean)) {
    const first = [...phrase][0] ?? '';
    known.set(first, [...(known.get(first) ?? []), [phrase, kind]]);
  }
for (const entries of known.values()) entries.sort(([one], [other]) => other.length - one.length);

/** Longer than that tells something. */
const MAX_LENGTH = 40;

/** Thanks, a farewell, a greeting or what was heard, where nothing else stands in the message; a yes or a no alone is none of them. */
export function readCourtesy(
  words: string,
):
  | { readonly is: 'thanks' | 'bye'; readonly agrees?: true }
  | { readonly is: 'greet' | 'heard' }
  | undefined {
  const kinds = words.length > MAX_LENGTH ? undefined : kindsOf(packed(words));
  if (!kinds) return undefined;
  const is = (['thanks', 'bye'] as const).find((kind) => kinds.has(kind));
  if (is) return kinds.has('yes') ? { is, agrees: true } : { is };
  return kinds.has('yes')
    ? undefined
    : (['greet', 'heard'] as const).flatMap((kind) => (kinds.has(kind) ? [{ is: kind }] : []))[0];
}

/** What the text is made of, phrase by phrase; nothing where some of it is no courtesy. */
function kindsOf(text: string): ReadonlySet<Kind> | undefined {
  const dead = new Set<number>();
  const from = (start: number): Kind[] | undefined => {
    if (start === text.length) return [];
    if (dead.has(start)) return undefined;
    for (const [phrase, kind] of known.get(String.fromCodePoint(text.codePointAt(start) ?? 0)) ?? []) {
      const rest = text.startsWith(phrase, start) ? from(start + phrase.length) : undefined;
      if (rest) return [kind, ...rest];
    }
    dead.add(start);
    return undefined;
  };
  const kinds = from(0);
  return kinds && new Set(kinds);
}

const moods = Object.entries(phrasePatterns(sellerLexicon.moods));

/** What somebody talks of, where nothing is to be done: the weather, how tired they are. */
export const readMood = (message: string): string | undefined =>
  moods.find(([, pattern]) => pattern.test(plainWords(message)))?.[0];
