import { readdirSync, readFileSync } from 'node:fs';
import { FluentBundle, FluentResource } from '@fluent/bundle';
import type { Locale } from './event.ts';
import { showMoney, showPrice, showQuantity, showTime } from './format.ts';
import { escaped, type Html, joined, plain, trusted } from './html.ts';
import type { Said, Text, Value } from './screen.ts';

/** Everything Walnut says in one language. */
export interface Words {
  readonly locale: Locale;
  show(text: Text): Html;
  /** For places without markup: button labels, toasts, command menus. */
  showPlain(text: Text): string;
}

/** Reads the locale files; times are shown in the village's `timeZone`. Throws when a file does not parse. */
export function loadWords(timeZone: string): Record<Locale, Words> {
  return { zh: wordsOf('zh', timeZone), en: wordsOf('en', timeZone) };
}

/** Every message key of a language, for the check that none is missing or unused. */
export const keysOf = (locale: Locale): string[] => [...bundleOf(locale)._messages.keys()];

const folder = (locale: Locale) => new URL(`../../locales/${locale}/`, import.meta.url);

function bundleOf(locale: Locale): FluentBundle {
  const bundle = new FluentBundle(locale, { useIsolating: false });
  for (const file of readdirSync(folder(locale)).filter((name) => name.endsWith('.ftl'))) {
    const errors = bundle.addResource(
      new FluentResource(readFileSync(new URL(file, folder(locale)), 'utf8')),
    );
    if (errors[0]) throw new Error(`${locale}/${file}: ${errors[0].message}`);
  }
  return bundle;
}

function wordsOf(locale: Locale, timeZone: string): Words {
  const bundle = bundleOf(locale);

  const show = (text: Text): Html => {
    if (isList(text)) return joined(text.map(show), '\n');
    return 'markup' in text ? text : trusted(format(text));
  };

  const format = ({ key, values }: Said): string => {
    const pattern = bundle.getMessage(key)?.value;
    if (!pattern) throw new Error(`no words for "${key}" in ${locale}`);
    const errors: Error[] = [];
    const args = Object.fromEntries(Object.entries(values).map(([name, value]) => [name, shown(value)]));
    const text = bundle.formatPattern(pattern, args, errors);
    if (errors[0]) throw new Error(`${key} in ${locale}: ${errors[0].message}`);
    return text;
  };

  const shown = (value: Value): string | number => {
    if (typeof value === 'number') return value;
    if (typeof value === 'string') return escaped(value).markup;
    if ('markup' in value) return value.markup;
    if ('key' in value) return format(value);
    if ('own' in value) return escaped((locale === 'en' && value.en) || value.own).markup;
    if ('money' in value) return showMoney(value.money);
    if ('quantity' in value) return showQuantity(value.quantity, locale);
    if ('price' in value) return showPrice(value.price, locale);
    return showTime(value.time, locale, timeZone);
  };

  return { locale, show, showPlain: (text) => plain(show(text).markup) };
}

const isList = (text: Text): text is readonly Text[] => Array.isArray(text);
