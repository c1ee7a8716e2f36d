import type { Locale } from '../../../chat/dsl/event.ts';
import { type I18n, loadI18n } from '../../../chat/dsl/i18n.ts';

const known = new Map<string, Record<Locale, I18n>>();

/** Locale texts for files and pictures. Loaded once for each time zone. */
export function fileI18n(locale: Locale, timeZone: string): I18n {
  const all = known.get(timeZone) ?? loadI18n(timeZone);
  known.set(timeZone, all);
  return all[locale];
}
