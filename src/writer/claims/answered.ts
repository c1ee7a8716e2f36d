import { negation } from './negation/negation.ts';

const QUESTION = /^(?:问|买家问|有人问|q|question|asked|buyer asks?)\s*:\s*(?<what>.+)$/isu;
const ANSWER = /^(?:答|回答|卖家答|a|answer|answered|seller answers?)\s*:\s*(?<what>.+)$/isu;

/** 放鱼露吗?: what is asked about. */
const ASKING = /(?:了?[吗嘛么]|没有?|呢)?[?？\s]*$/u;

const denial = (): RegExp => {
  const { zh, en } = negation();
  return new RegExp(`^(?:${zh.no.join('|')}|(?:${en.no.join('|')})\\b)|^[不没无]`, 'iu');
};

/**
 * A buyer's question states nothing. Where the seller answered that it is not so, the facts say that: `放鱼露吗?` and
 * `不放,素的` deny the fish sauce.
 */
export function withAnswers(facts: readonly string[]): string[] {
  return facts.flatMap((fact, i) => {
    const asked = QUESTION.exec(fact.normalize('NFKC'))?.groups?.what;
    const answer = ANSWER.exec(facts[i + 1]?.normalize('NFKC') ?? '')?.groups?.what;
    if (!asked || !answer || !isPolar(asked) || !denial().test(answer.trim())) return [fact];
    const what = asked
      .replace(ASKING, '')
      .replace(/^(?:is|are|do|does|did|has|have|can|will)\s+(?:it|they|you|there)?\s*/i, '');
    return /^[a-z]/i.test(what) ? [`${what}: no`] : [`${what}:不`];
  });
}

/** Whether it is answered by yes or no. */
const isPolar = (asked: string): boolean =>
  /[吗嘛么]\s*[?？]?$/u.test(asked.trim()) ||
  /^(?:is|are|do|does|did|has|have|can|will)\b/i.test(asked.trim());
