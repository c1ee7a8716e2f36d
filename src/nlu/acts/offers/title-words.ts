import { readDataFile } from '../../../shop/values/data-file.ts';
import { words } from '../../text/lexicon.ts';

const lists = readDataFile('lexicon/title-ends.yaml', {
  ...{ ends: words, leads: words, starts: words, subjects: words, kinds: words },
  ...{ latin: words, latinEnds: words, latinLeads: words },
});

/**
 * Words that end a name, those said before one, those that say what is spoken of, and those of which a sign is no part of a
 * name's beginning.
 */
export const { ends, leads, starts, subjects } = lists;

/** 头茬, 大朵: part of the name behind them, though their signs end other names. */
export const { kinds } = lists;

/** Latin words that are no part of any name. */
export const noNames: ReadonlySet<string> = new Set(lists.latin);

/** Those that stand behind a name, and those that are taken off before one. */
export const latinEnds: ReadonlySet<string> = new Set(lists.latinEnds);
export const latinLeads: ReadonlySet<string> = new Set(lists.latinLeads);
