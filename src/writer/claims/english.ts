/** A word of an English text, where it stands, and its stem. */
export interface EnglishToken {
  readonly from: number;
  readonly to: number;
  readonly word: string;
  readonly stem: string;
}

const segmenter = new Intl.Segmenter('en', { granularity: 'word' });
const LATIN = /\p{Script=Latin}/u;

/** The words of a text in Latin letters, in order. */
export function tokenizeEnglish(text: string): EnglishToken[] {
  return [...segmenter.segment(text)]
    .filter(({ isWordLike, segment }) => isWordLike && LATIN.test(segment))
    .map(({ segment, index }) => ({
      from: index,
      to: index + segment.length,
      word: segment,
      stem: isVerb(text, segment, index) ? 'leav' : toStem(segment),
    }));
}

/** The box leaves today, she leaves them on straw: no leaves of a plant. */
const isVerb = (text: string, word: string, at: number): boolean =>
  /^leaves$/i.test(word) &&
  /^ (?:them|it|the|her|his|its|our|us|you|your|within|for|here|at|today|tomorrow|every|each)\b/i.test(
    text.slice(at + word.length),
  );

const irregular: ReadonlyMap<string, string> = new Map(
  Object.entries({
    grown: 'grow',
    grew: 'grow',
    made: 'make',
    dug: 'dig',
    kept: 'keep',
    hung: 'hang',
    frozen: 'freez',
    froze: 'freez',
    sold: 'sell',
    fed: 'feed',
    laid: 'lay',
    sent: 'send',
    ground: 'grind',
    leaves: 'leaf',
    knives: 'knife',
    geese: 'goos',
    mice: 'mouse',
    ate: 'eat',
    eaten: 'eat',
    drank: 'drink',
    drunk: 'drink',
    bought: 'buy',
    brought: 'bring',
    came: 'come',
    took: 'take',
    taken: 'take',
    shelves: 'shelf',
    halves: 'half',
    children: 'child',
    fried: 'fry',
    dried: 'dry',
    torn: 'tear',
    broken: 'break',
    cut: 'cut',
    split: 'split',
    woven: 'weave',
    shaven: 'shav',
    born: 'bear',
    wound: 'wind',
    slept: 'sleep',
    taught: 'teach',
    caught: 'catch',
    chosen: 'choos',
    chose: 'choos',
    ran: 'run',
    fell: 'fall',
    fallen: 'fall',
    stood: 'stand',
    sown: 'sow',
    blown: 'blow',
    spun: 'spin',
    begun: 'begin',
    began: 'begin',
    lain: 'lie',
    left: 'left',
  }),
);

/** What is taken away must not read as what has it, nor what is cooked as whatever may be cooked. */
const unstemmed = [
  'boned',
  'pitted',
  'shelled',
  'stoned',
  'hulled',
  'husked',
  'skinned',
  'cored',
  'stemmed',
  'gutted',
  'scaled',
  'plucked',
  'cooked',
];

/** Stems a word: picks, picked and picking become pick. */
export function toStem(word: string): string {
  const plain = word
    .toLowerCase()
    .replace(/['’]s$|['’]$/, '')
    .replaceAll(/['’]/g, '');
  return unstemmed.includes(plain) ? plain : shortened(irregular.get(plain) ?? plain);
}

function shortened(word: string): string {
  const plural = word
    .replace(/(?<=[a-z]{2})(?:ies|ied)$/, 'y')
    .replace(/(?<=ss|x|ch|sh|zz)es$/, '')
    .replace(/(?<=[a-z]{2}[^su])s$/, '');
  const verb = plural.replace(/(?<=[aeiouy][a-z]*[a-z]|[^aeiou]y)(?:ing|ed)$/, '');
  const single =
    verb === plural ? verb : verb.replace(/([bdgkmnprt])\1$/, '$1').replace(/(?<=[aeiou][a-z]+)ll$/, 'l');
  return single.replace(/(?<=[a-z]{2})e$/, '').replace(/(?<=[a-z]{2})y$/, 'i');
}
