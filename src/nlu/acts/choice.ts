import { readDataFile } from '../../shop/values/data-file.ts';
import { phrases } from './lexicon.ts';
import { phrasePattern, plainWords } from './phrases.ts';

// 酸的那种, `the sour ones`: which of several things that were just asked about.

const lists = readDataFile('lexicon/choices.yaml', { plain: phrases, except: phrases });
const plain = phrasePattern(lists.plain, 'g');
const except = new RegExp(`${phrasePattern(lists.except).source}[^,，。;；.!！]*`, 'gu');

/** Longer than that says something of its own. */
const MOST_SIGNS = 40;

/**
 * Which of `labels` a few words mean: the one that has all of them, where some of them stand in no other label; or of two the
 * other one, where one is said not to be meant.
 */
export function readChoice(message: string, labels: readonly string[]): number | undefined {
  if (message.length > MOST_SIGNS || labels.length < 2) return undefined;
  const said = message.toLowerCase().replace(/['’]/g, '');
  const meant = findLabel(said.replace(except, ' '), labels);
  if (meant !== undefined) return meant;
  const denied = [...said.matchAll(except)].map(([words]) => words.replace(phrasePattern(lists.except), ' '));
  const [only, ...others] = denied;
  const not = only !== undefined && others.length === 0 ? findLabel(only, labels) : undefined;
  return not !== undefined && labels.length === 2 && said.replace(except, ' ').trim() === ''
    ? 1 - not
    : undefined;
}

function findLabel(said: string, labels: readonly string[]): number | undefined {
  const words = signsIn(plainWords(said).replace(plain, ' '));
  const signs = labels.map((label) => new Set(signsIn(plainWords(label))));
  if (words.length === 0 || words.every((word) => /^\d/.test(word))) return undefined;
  const whole = signs.findIndex((_, i) => isSame(labels[i] ?? '', words));
  if (whole >= 0) return whole;
  const having = signs.flatMap((own, i) => (words.every((word) => own.has(word)) ? [i] : []));
  const [only, ...others] = having;
  return others.length === 0 ? only : undefined;
}

/** Han signs one by one, Latin words without what makes them many. */
const signsIn = (text: string): string[] =>
  [...text.matchAll(/\p{Script=Han}|[\p{L}\d.]+/gu)].map(([sign]) =>
    /^[a-z]{3,}$/.test(sign) ? sign.replace(/(?:ies|y|es|s|e)$/, '') : sign,
  );

/** 萝卜, and not 萝卜干: what stands before the colon is called just so. */
const isSame = (label: string, words: readonly string[]): boolean =>
  signsIn(plainWords(label.split(/[:：]/u)[0] ?? '')).join(' ') === words.join(' ');
