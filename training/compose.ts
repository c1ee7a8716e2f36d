import { lex } from '../src/nlu/lexer/lexer.ts';
import { isQuantity } from '../src/nlu/lexer/tokens.ts';
import type { Labelled } from './labelled.ts';
import type { Random } from './random.ts';

/** Between two sentences of one message. */
const BETWEEN = { zh: ['，', '，', '。', ' ', '！', '…'], en: [', ', '. ', '! ', '; '] } as const;
/** A message with what nobody wants told before or behind it is what it was; so is an order with a question behind it. */
const TALK = new Set(['other']);
const MOST_TOKENS = 34;
/** What goes to each of several goods, or has no name, may change its meaning beside another sentence. */
const BOUND = new Set(['EL', 'ER']);

const pick = <T>(random: Random, list: readonly T[]): T => list[Math.floor(random() * list.length)] as T;
const languageOf = ({ lexed }: Labelled): 'zh' | 'en' =>
  /\p{Script=Han}/u.test(lexed.text.plain) ? 'zh' : 'en';
const hasGoods = ({ tags }: Labelled): boolean => tags.includes('B') && !tags.some((tag) => BOUND.has(tag));

/** Longer messages of two sentences: stories before orders, chatter behind offers, an order beside an order. */
export function composed(
  side: 'buyer' | 'seller',
  all: readonly Labelled[],
  count: number,
  random: Random,
): Labelled[] {
  const byLanguage = {
    zh: all.filter((one) => languageOf(one) === 'zh'),
    en: all.filter((one) => languageOf(one) === 'en'),
  };
  const isTalk = (one: Labelled): boolean => TALK.has(one.class);
  const talkIn = { zh: byLanguage.zh.filter(isTalk), en: byLanguage.en.filter(isTalk) };
  const made: Labelled[] = [];
  for (let n = 0; n < count; n += 1) {
    const language = random() < 0.75 ? 'zh' : 'en';
    const [some, talk] = [byLanguage[language], talkIn[language]];
    const main = pick(random, some);
    const one = pairOf(side, main, some, talk, random);
    if (one) made.push(one);
  }
  return made;
}

function pairOf(
  side: 'buyer' | 'seller',
  main: Labelled,
  all: readonly Labelled[],
  talk: readonly Labelled[],
  random: Random,
): Labelled | undefined {
  const between = pick(random, BETWEEN[languageOf(main)]);
  if (side === 'buyer' && main.class === 'order' && hasGoods(main) && random() < 0.35) {
    const other = pick(random, all);
    const isFit = other.class === 'question' || (other.class === 'order' && hasGoods(other));
    return isFit ? joined(main, between, other, 'order') : undefined;
  }
  const said = pick(random, talk);
  return random() < 0.7 ? joined(said, between, main, main.class) : joined(main, between, said, main.class);
}

/** Two messages as one; nothing where they run into each other. */
function joined(one: Labelled, between: string, other: Labelled, kind: string): Labelled | undefined {
  const lexed = lex(`${one.lexed.text.said}${between}${other.lexed.text.said}`);
  const [front, back] = [one.lexed.tokens.length, other.lexed.tokens.length];
  const gap = lexed.tokens.length - front - back;
  if (gap < 0 || gap > 1 || lexed.tokens.length > MOST_TOKENS) return undefined;
  const isSame =
    one.lexed.tokens.every(({ text }, i) => lexed.tokens[i]?.text === text) &&
    other.lexed.tokens.every(({ text }, i) => lexed.tokens[front + gap + i]?.text === text);
  if (!isSame) return undefined;
  const middle = gap === 1 ? [lexed.tokens[front] && isQuantity(lexed.tokens[front]) ? 'X' : 'O'] : [];
  return { lexed, tags: [...one.tags, ...middle, ...other.tags], class: kind, weight: 1 };
}
