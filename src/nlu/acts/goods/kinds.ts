import { pattern } from '../act-patterns.ts';
import { lexicon } from '../lexicon.ts';
import { phrasePattern, plainWords } from '../phrases.ts';

const asking = phrasePattern(lexicon.asking, 'g');
const kindsAside = phrasePattern(lexicon.part.kindsAside, 'g');

/** 蜂蜜都有哪几种: the words of the goods, where it is asked which kinds there are. */
export function readKinds(message: string): string | undefined {
  const said = plainWords(message);
  if (!pattern.kinds.test(said)) return undefined;
  const words = said.replace(pattern.kinds, ' ').replace(asking, ' ').replace(kindsAside, ' ');
  return words.replace(/\s+/g, ' ').trim() || undefined;
}
