import { lex } from '../../../lexer/lexer.ts';
import { phrasePatterns, plainWords } from '../../phrases.ts';
import { settingWords } from './setting-lexicon.ts';

const { ask, other, set, minimum, ...topics } = phrasePatterns(settingWords.askedFor);

/** Longer than that is a story. */
const MAX_LENGTH = 60;

/** 起送是多少来着, what is the smallest order I take: a term of the shop that its seller asks for; nothing where one is set. */
export function readTermAsked(message: string): 'minimum' | 'terms' | undefined {
  const words = plainWords(message);
  if (message.length > MAX_LENGTH || other.test(words) || set.test(words) || !ask.test(words))
    return undefined;
  if (lex(message).tokens.some(({ is }) => is === 'money')) return undefined;
  if (minimum.test(words)) return 'minimum';
  return Object.values(topics).some((topic) => topic.test(words)) ? 'terms' : undefined;
}
