/** @import { Locale } from './types.js' */

import { byId } from './dom.js';

/**
 * The words of the page itself, from the same files as everything that the shop says. The page brings them along, in every
 * language: what cannot be fetched now is said all the same.
 * @type {Record<Locale, Record<string, string>>}
 */
const words = JSON.parse(byId('page-words', HTMLScriptElement).textContent ?? '{}');

/** @type {Locale} */
let locale = navigator.language.startsWith('zh') ? 'zh' : 'en';
/** @type {(() => void)[]} */
const listeners = [];

export const currentLocale = () => locale;

/** @param {Locale} wanted */
export function setLocale(wanted) {
  locale = wanted;
  document.documentElement.lang = wanted === 'zh' ? 'zh-Hans' : 'en';
  for (const listen of listeners) listen();
}

/**
 * Calls `listen` now and at every change of language.
 * @param {() => void} listen
 */
export function inEveryLanguage(listen) {
  listeners.push(listen);
  listen();
}

/**
 * @param {string} key
 * @param {Record<string, string | number>} [values]
 */
export const word = (key, values = {}) =>
  (words[locale][key] ?? key).replace(/\{(\w+)\}/g, (_all, name) => String(values[name] ?? ''));

/** Making a format costs more than using it. @type {Map<string, Intl.DateTimeFormat>} */
const formats = new Map();

/** @param {string} name @param {Intl.DateTimeFormatOptions} options */
function format(name, options) {
  const key = `${locale} ${name}`;
  const known = formats.get(key) ?? new Intl.DateTimeFormat(locale === 'zh' ? 'zh-CN' : 'en-GB', options);
  formats.set(key, known);
  return known;
}

/** @param {Date} at */
export const clockTime = (at) =>
  format('clock', { hour: '2-digit', minute: '2-digit', hour12: false }).format(at);

/** A day and a time, as the shop writes them. @param {Date} at */
export const moment = (at) =>
  format('moment', {
    month: 'short',
    day: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
    hour12: false,
  }).format(at);

/** @param {Date} at */
export function dayName(at) {
  const days = Math.round((midnight(new Date()) - midnight(at)) / 86_400_000);
  if (days === 0) return word('today');
  if (days === 1) return word('yesterday');
  const isThisYear = at.getFullYear() === new Date().getFullYear();
  return isThisYear
    ? format('day', { month: 'long', day: 'numeric' }).format(at)
    : format('year', { month: 'long', day: 'numeric', year: 'numeric' }).format(at);
}

/** @param {Date} at */
const midnight = (at) => new Date(at.getFullYear(), at.getMonth(), at.getDate()).getTime();
