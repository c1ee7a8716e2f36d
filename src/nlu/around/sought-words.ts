import { readDataFile } from '../../shop/values/data-file.ts';
import { phrases } from '../acts/lexicon.ts';

/** How buyers ask whether there is something, and how they say that they want the same as before. */
export const soughtWords = readDataFile('lexicon/sought.yaml', {
  leads: phrases,
  plainLeads: phrases,
  before: phrases,
  behind: phrases,
  englishLeads: phrases,
  openLeads: phrases,
  englishBehind: phrases,
  same: phrases,
  pointed: phrases,
  people: phrases,
  noQualities: phrases,
});
