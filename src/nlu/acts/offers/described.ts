import { normalizeText } from '../../text/text.ts';
import { phrasePattern, plainWords } from '../phrases.ts';
import { tableWords } from './table-lexicon.ts';

/** What tells one of the goods from the others, where nobody names it. */
export type Described = 'cheaper' | 'dearer' | 'newest' | 'fewest';

const notOwn = phrasePattern(tableWords.notOwn);
const patterns = (['cheaper', 'dearer', 'newest', 'fewest'] as const).map(
  (by) => [by, phrasePattern(tableWords[by])] as const,
);

/** 便宜的那个涨两块: which one, and the message with its name in the place of those words; `isOwn`: nothing says that it is another's, or all but it. */
export function readDescribed(
  message: string,
): { readonly by: Described; readonly isOwn: boolean; named(title: string): string } | undefined {
  const { said, plain } = normalizeText(message);
  if (ASKED.test(plain)) return undefined;
  for (const [by, pattern] of patterns) {
    const found = pattern.exec(plain);
    const end = found && found.index + found[0].length;
    if (found && end !== null)
      return {
        by,
        isOwn: !notOwn.test(plainWords(plain)),
        named: (title) =>
          `${said.slice(0, found.index)}${title}${/^[a-z]/i.test(said.slice(end)) ? ' ' : ''}${said.slice(end)}`,
      };
  }
  return undefined;
}

const ASKED = /[?？]|[吗呢]\s*$|哪|咋|怎么|为什么|为啥|\b(?:which|why|how|what)\b/u;
