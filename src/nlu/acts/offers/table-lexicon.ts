import { readDataFile } from '../../../shop/values/data-file.ts';
import { phrases } from '../lexicon.ts';

/** What is said of goods on the table, of slips, and between two deeds. */
export const tableWords = readDataFile('lexicon/table.yaml', {
  ...{ openings: phrases, moves: phrases, mistaken: phrases, besides: phrases },
  ...{
    sets: phrases,
    prices: phrases,
    otherPrices: phrases,
    denied: phrases,
    forSum: phrases,
    nowThere: phrases,
    noPrices: phrases,
  },
  ...{ notOwn: phrases, notOurs: phrases, past: phrases, lastPlaces: phrases, doubled: phrases },
  ...{ spokenDeeds: phrases, spokenFill: phrases, unready: phrases },
  ...{ noneLeft: phrases, toldMoves: phrases, orderUnits: phrases },
  ...{ cheaper: phrases, dearer: phrases, newest: phrases, fewest: phrases },
});
