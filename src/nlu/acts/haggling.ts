import { pattern } from './act-patterns.ts';
import { splitClauses } from './clauses.ts';
import { inStandardWords } from './dialects.ts';
import { plainWords } from './phrases.ts';
import { namesAmount } from './question-topic.ts';

/** 便宜5块吧, 80块卖不卖: another price is wanted; amounts of goods beside it are an order. */
export function isHaggling(message: string): boolean {
  const clauses = splitClauses(message);
  return clauses.some(asksLess) && clauses.every((one) => asksLess(one) || !namesAmount(one));
}

/** 送我闺女那儿 is where it goes, and 送我两个 is a present. */
const SENT_TO = new RegExp(pattern.sentTo.source, 'gu');

function asksLess(clause: string): boolean {
  const said = `${plainWords(clause)} ${inStandardWords(clause)}`;
  return pattern.haggle.test(said.replaceAll(SENT_TO, ' ')) && !pattern.shipped.test(said);
}
