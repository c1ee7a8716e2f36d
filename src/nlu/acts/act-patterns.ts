import { lexicon } from './lexicon.ts';
import { phrasePattern, phrasePatterns } from './phrases.ts';

// The lists of data/lexicon/acts.yaml as patterns.

/** What of a message is politeness alone. */
export const courtesy = phrasePattern(lexicon.courtesy, 'g');

/** … and what softens a wish. */
export const asksPolitely = phrasePattern([...lexicon.part.softener, ...lexicon.courtesy], 'g');

/** Said anywhere in a message, by name. */
export const pattern = phrasePatterns(lexicon.part);
