import { courtesy } from '../act-patterns.ts';
import { lexicon } from '../lexicon.ts';
import { findWhole, plainWords } from '../phrases.ts';
import { namesAmount } from '../question-topic.ts';

const findLead = findWhole({ greet: lexicon.whole.greet, yes: lexicon.whole.yes });

/** 老乡早上好啊，你们那下雪了没有: what stands behind a greeting; the message where it is one alone. */
export function withoutGreeting(message: string): string {
  const first = GREETING.exec(message)?.[0] ?? '';
  const said = first === '' ? undefined : findLead(plainWords(first), courtesy);
  const rest = message.slice(first.length).trim();
  // Alright, five dozen then: a yes that leads to an amount is no goods.
  const isLead = said === 'greet' || (said === 'yes' && !HAN.test(first) && namesAmount(rest));
  return isLead && rest !== '' ? withoutGreeting(rest) : message;
}

const HAN = /\p{Script=Han}/u;
const GREETING = /^[^,，。;；!！?？\n]{1,12}?(?:[,，。;；!！?？\n]+|(?<=\p{Script=Han})\s+)/u;
