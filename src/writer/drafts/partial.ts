import type { Facts } from '../facts/facts.ts';
import { joined, splitSentences } from '../text/sentences.ts';
import { findObjections } from './check.ts';
import { type DraftEdits, holdsAvoided } from './edits.ts';

const BLURB = {
  zh: /"zh"\s*:\s*\{[^{}]*?"blurb"\s*:\s*"((?:[^"\\]|\\.)*)/u,
  en: /"en"\s*:\s*\{[^{}]*?"blurb"\s*:\s*"((?:[^"\\]|\\.)*)/u,
};

/**
 * The whole sentences of the first blurb in an answer that is still coming, as far as they may be shown: a sentence that
 * the finished draft would lose is never seen. Undefined while there is none.
 */
export function partialBlurb(
  text: string,
  language: 'zh' | 'en',
  facts: Facts,
  edits: DraftEdits,
): string | undefined {
  const said = text.replace(/<think(?:ing)?>[\s\S]*?(?:<\/think(?:ing)?>|$)/gi, '');
  const blurb = unescaped(BLURB[language].exec(said)?.[1] ?? '');
  const whole = /^[\s\S]*[。！？!?.](?=\s|$|\p{Script=Han})/u.exec(blurb)?.[0] ?? '';
  const fine = splitSentences(whole).filter(
    (sentence) => findObjections(sentence, facts).length === 0 && !holdsAvoided(sentence, edits),
  );
  return fine.length > 0 ? joined(fine, language === 'zh') : undefined;
}

function unescaped(json: string): string {
  try {
    return String(JSON.parse(`"${json}"`));
  } catch {
    return '';
  }
}
