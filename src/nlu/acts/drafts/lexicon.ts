import { readDataFile } from '../../../shop/values/data-file.ts';
import { phrases } from '../lexicon.ts';

/** What sellers say of goods that wait to be put on sale. */
export const draftLexicon = readDataFile('lexicon/drafts.yaml', {
  ...{
    withholds: phrases,
    drops: phrases,
    publishes: phrases,
    agrees: phrases,
    every: phrases,
    except: phrases,
  },
  ...{ only: phrases, around: phrases, asks: phrases, waits: phrases },
  ...{ openings: phrases, slips: phrases, becomes: phrases, denies: phrases, tails: phrases },
  ...{ settles: phrases, perUnit: phrases, holds: phrases, unsure: phrases },
});
