import { phrasePattern, phrasePatterns, plainWords } from '../phrases.ts';
import { type FactTopic, sellerLexicon } from './seller-lexicon.ts';

const cue = phrasePattern(sellerLexicon.help.cue);
const denied = phrasePattern(sellerLexicon.factDenied);
const reminds = phrasePattern(sellerLexicon.tell.remind);
const factPatterns = Object.entries(phrasePatterns(sellerLexicon.facts));

/** Longer than that is no plain fact. */
const MAX_LENGTH = 120;

/** 提醒一下我明天发货: said to us, and of no shop. `plain` in plain words. */
export const asksReminder = (plain: string): boolean => reminds.test(plain);

/** A thing said of the shop that buyers ask again and again; nothing in a question. */
export function readFact(message: string): FactTopic | undefined {
  const words = plainWords(message);
  const isAsked = cue.test(words) || OPENS_QUESTION.test(words) || /[?？]|[吗么呢]\s*$/u.test(message.trim());
  if (message.length > MAX_LENGTH || isAsked || denied.test(words) || asksReminder(words)) return undefined;
  const found = factPatterns.find(([, pattern]) => pattern.test(words))?.[0];
  return found as FactTopic | undefined;
}

/** And how much did we take: asked, and nothing that buyers should be told. */
const OPENS_QUESTION =
  /^(?:(?:and|so|but|ok|hey|well|then) )*(?:how|whats?|when|where|which|who|why|do|does|did|can|could|is|are|was|were|will|would|should)\b|多少|几多|几时|什么时候|啥时|怎么|咋/u;

const PLACES: readonly RegExp[] = [
  /(?:来|在|到|去|上)\s*(.{2,30}?)\s*(?:来|里|这儿|那儿)?(?:自提|自取|取货|来?拿)/u,
  /(?:自提|自取)(?:点|地点|地址|的?地方)?(?:在|是|改到|改成|[:：])\s*(.{2,30})/u,
  /(?:pick(?:ed)?(?:[ -]?up)?|collect(?:ed)?)(?: (?:it|them|orders))? (?:is )?(?:at|from)\s+(.{2,40})/iu,
  /pick[ -]?up(?: point| place)? is (?:at |in )?(.{2,40})/iu,
];

/** 可以来村东头小卖部自提: where. */
export const readPickupPlace = (message: string): string | undefined =>
  PLACES.map((place) => place.exec(message)?.[1]?.replace(/[。.!！吧\s]+$/u, '')).find((place) => place);
