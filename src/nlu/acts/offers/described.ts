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
        // 客人要的多，最便宜的涨一块: what stands in another clause is no part of which.
        isOwn: !notOwn.test(plainWords(MUCH_WANTED.test(plain) ? clauseAt(plain, found.index) : plain)),
        named: (title) =>
          `${said.slice(0, found.index)}${title}${/^[a-z]/i.test(said.slice(end)) ? ' ' : ''}${said.slice(end)}`,
      };
  }
  return undefined;
}

/** Customers who want or buy much: why, and whose goods it is not. */
const MUCH_WANTED = /^(?:客人|买家|顾客|客户)[^,，说讲]{0,6}(?:要|买|订|问)[^,，说讲]{0,6}[,，]/u;

const clauseAt = (plain: string, at: number): string =>
  `${plain.slice(0, at).split(CLAUSE_END).at(-1)}${plain.slice(at).split(CLAUSE_END)[0]}`;

const CLAUSE_END = /[,，。;；!！]/u;
const ASKED = /[?？]|[吗呢]\s*$|哪|咋|怎么|为什么|为啥|\b(?:which|why|how|what)\b/u;
