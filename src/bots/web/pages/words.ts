import { type Locale, locales } from '../../../chat/dsl/event.ts';
import { loadI18n, messageKeys } from '../../../chat/dsl/i18n.ts';
import { say } from '../../../chat/dsl/screen.ts';

/** What the page fills in itself stands in its words as `{limit}`. */
const BLANKS = { village: '{village}', limit: '{limit}', name: '{name}', zone: '{zone}' };

/** The page's own words, and the names of the commands in its menu, in every language; as JSON that may stand in HTML. */
export function formatPageWords(): string {
  const i18n = loadI18n('UTC');
  const wordsIn = (locale: Locale) =>
    Object.fromEntries([
      ...names('page').map((name) => [name, i18n[locale].showPlain(say(`page-${name}`, BLANKS))]),
      ...names('menu').map((name) => [`menu-${name}`, i18n[locale].showPlain(say(`menu-${name}`))]),
    ]);
  const words = Object.fromEntries(locales.map((locale) => [locale, wordsIn(locale)]));
  return JSON.stringify(words).replaceAll('<', '\\u003c');
}

const names = (subject: 'page' | 'menu'): string[] =>
  messageKeys('en')
    .filter((key) => key.startsWith(`${subject}-`))
    .map((key) => key.slice(subject.length + 1));
