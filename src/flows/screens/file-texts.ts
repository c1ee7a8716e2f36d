import type { Locale } from '../../chat/dsl/event.ts';
import { loadWords, type Words } from '../../chat/dsl/i18n.ts';

const known = new Map<string, Record<Locale, Words>>();

/** Words for what is not a message: files and pictures. Read once for each time zone. */
export function wordsIn(locale: Locale, timeZone: string): Words {
  const all = known.get(timeZone) ?? loadWords(timeZone);
  known.set(timeZone, all);
  return all[locale];
}
