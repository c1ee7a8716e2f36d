import { readDataFile } from '../../../../shop/values/data-file.ts';
import { lists } from '../../lexicon.ts';
import { phrasePatterns } from '../../phrases.ts';

/** What families say of a price that counts until a day. */
export const saleLexicon = readDataFile('lexicon/sales.yaml', {
  words: lists(
    ...([
      'ends',
      'to',
      'usual',
      'today',
      'week',
      'monthEnd',
      'aside',
      'over',
      'overAside',
      'denied',
      'notOn',
      'deniedAhead',
      'past',
      'pastBehind',
    ] as const),
    ...(['thereafter', 'from', 'fromBehind', 'later', 'last', 'off', 'offBehind'] as const),
  ),
}).words;

export const saleWords = phrasePatterns(saleLexicon);
