import { readdirSync, readFileSync } from 'node:fs';
import { FluentBundle, FluentResource } from '@fluent/bundle';
import type { Locale } from './event.ts';
import { formatMoney, formatPrice, formatQuantity, formatTime, formatZone } from './format.ts';
import { escapeHtml, type Html, joinHtml, plainText, timeMarkup, trustedHtml, zoneMarkup } from './html.ts';
import type { Message, Text, Value } from './screen.ts';

/** Formats the texts of one language. */
export interface I18n {
  readonly locale: Locale;
  show(text: Text): Html;
  /** For places without markup: button labels, toasts, command menus. */
  showPlain(text: Text): string;
}

/** Each language is read when it is first spoken; times are shown in the village's `timeZone`. */
export function loadI18n(timeZone: string): Record<Locale, I18n> {
  return { zh: createI18n('zh', timeZone), en: createI18n('en', timeZone) };
}

/** Every message key of a language, for the check that none is missing or unused. */
export const messageKeys = (locale: Locale): string[] => [...loadBundle(locale)._messages.keys()];

const folder = (locale: Locale) => new URL(`../../locales/${locale}/`, import.meta.url);

/** Kept: reading a language takes some tens of milliseconds, and a start asks for each several times. */
const bundles = new Map<Locale, FluentBundle>();

/** Reads a language, if it has not been read. Throws when a file does not parse. */
export function loadBundle(locale: Locale): FluentBundle {
  const bundle = bundles.get(locale) ?? readBundle(locale);
  bundles.set(locale, bundle);
  return bundle;
}

function readBundle(locale: Locale): FluentBundle {
  const bundle = new FluentBundle(locale, { useIsolating: false });
  for (const file of readdirSync(folder(locale)).filter((name) => name.endsWith('.ftl'))) {
    const errors = bundle.addResource(
      new FluentResource(readFileSync(new URL(file, folder(locale)), 'utf8')),
    );
    if (errors[0]) throw new Error(`${locale}/${file}: ${errors[0].message}`);
  }
  return bundle;
}

function createI18n(locale: Locale, timeZone: string): I18n {
  const show = (text: Text): Html => {
    if (isList(text)) return joinHtml(text.map(show), '\n');
    return 'markup' in text ? text : trustedHtml(format(text));
  };

  const format = ({ key, values }: Message): string => {
    const bundle = loadBundle(locale);
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
    if (typeof value === 'string') return escapeHtml(value).markup;
    if ('markup' in value) return value.markup;
    if ('key' in value) return format(value);
    if ('own' in value) return escapeHtml(value[locale] || value.own).markup;
    if ('money' in value) return formatMoney(value.money);
    if ('quantity' in value) return formatQuantity(value.quantity, locale);
    if ('price' in value) return formatPrice(value.price, locale);
    if ('zone' in value) return zoneMarkup(value.zone, formatZone(value.at, locale, value.zone));
    return timeMarkup(value.time, formatTime(value.time, locale, timeZone));
  };

  return { locale, show, showPlain: (text) => plainText(show(text).markup) };
}

const isList = (text: Text): text is readonly Text[] => Array.isArray(text);
