import { lexicon } from '../lexicon.ts';
import { phrasePattern, plainWords } from '../phrases.ts';
import { readBareNumber } from '../question-topic.ts';
import { draftLexicon } from './lexicon.ts';

const around = phrasePattern([...lexicon.part.choosing, ...draftLexicon.settles], 'g');

/** 16, 那就16吧: the only figure of an answer to "how much is it?", in fen; of what it is the price was not said. */
export function readBarePrice(message: string): number | undefined {
  if (/算了|-/u.test(message)) return undefined;
  const yuan = readBareNumber(plainWords(message).replace(around, ' ').trim());
  return yuan === undefined || yuan <= 0 ? undefined : Math.round(yuan * 100);
}
