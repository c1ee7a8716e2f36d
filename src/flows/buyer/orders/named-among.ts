import { textOf } from '../../../nlu/rules/lexer/text.ts';
import { areNamed, latinText } from '../../../shop/terms/search-terms.ts';

// Which goods of several a message names: by their whole name, or by what their name ends with.

export interface Named {
  readonly title: string;
  readonly titleEn: string | null;
}

/** True where what was said has the goods' name in it: 核桃到哪了, `where are my walnuts`. */
export function mentionsLine({ title, titleEn }: Named, text: string): boolean {
  const said = textOf(text).plain;
  const han = (said.match(/\p{Script=Han}{2,}/gu) ?? []).flatMap(pairsOf);
  const latin = said.match(/[a-z]{3,}/g) ?? [];
  return [...han, ...latin].some((part) => areNamed(part, title, titleEn));
}

const pairsOf = (run: string): string[] => {
  const signs = [...run];
  return signs.slice(1).map((sign, i) => `${signs[i]}${sign}`);
};

/**
 * Those of `all` that are named. 黑年糕不要了 and `without the lima beans` name one of two whose names end alike: what is only a
 * part of another's name, where that one stands, is not meant.
 */
export function namedAmong<T>(all: readonly T[], text: string, nameOf: (one: T) => Named): T[] {
  const said = textOf(text).plain;
  const named = all
    .filter((one) => mentionsLine(nameOf(one), text))
    .map((one) => ({
      one,
      places: [...hanPlaces(nameOf(one).title, said), ...latinPlaces(nameOf(one), said)],
    }));
  const isWithin = (inner: Place, outer: Place): boolean =>
    inner.start >= outer.start && inner.end <= outer.end && inner.end - inner.start < outer.end - outer.start;
  const others = (one: T): Place[] =>
    named.filter((other) => other.one !== one).flatMap(({ places }) => places);
  return named
    .filter(
      ({ one, places }) =>
        places.length === 0 || places.some((place) => !others(one).some((other) => isWithin(place, other))),
    )
    .map(({ one }) => one);
}

/** Those in whose titles the name stands: 棗花 of 枣花蜜, and no 小米 for 小米椒. */
export function titledWith<T extends Named>(all: readonly T[], name: string): T[] {
  const said = textOf(name).plain.trim();
  const words = latinText(name);
  if (said.length < 2) return [];
  return all.filter(({ title, titleEn }) => {
    const own = latinText(titleEn ?? title);
    const isLatin = words.length > 0 && words.every((word) => own.includes(word));
    return textOf(title).plain.includes(said) || isLatin;
  });
}

/** Those whose names have a part, wherever in them, that is said and that no other of them has: 棗花, the kernels. */
export function partlyNamed<T extends Named>(all: readonly T[], text: string): T[] {
  const said = textOf(text).plain;
  const has = ({ title, titleEn }: Named): readonly string[] => [
    ...(textOf(title).plain.match(/\p{Script=Han}{2,}/gu) ?? []).flatMap(pairsOf),
    ...latinText(titleEn ?? title).filter((word) => word.length >= LEAST_LATIN),
  ];
  const isSaid = (part: string): boolean =>
    /[a-z]/u.test(part) ? new RegExp(`\\b${part}(?:s|es)?\\b`, 'u').test(said) : said.includes(part);
  return all.filter((one) =>
    has(one).some((part) => isSaid(part) && !all.some((other) => other !== one && has(other).includes(part))),
  );
}

const LEAST_LATIN = 4;

interface Place {
  readonly start: number;
  readonly end: number;
}

/** Where the longest end of a Chinese name stands. */
function hanPlaces(title: string, said: string): Place[] {
  const name = (/\p{Script=Han}{2,}/u.exec(textOf(title).plain) ?? [''])[0];
  for (let from = 0; from < name.length - 1; from += 1) {
    const found = placesOf(name.slice(from), said);
    if (found.length > 0) return found;
  }
  return [];
}

/** … of an English one, whatever the number of its last word: lima bean. */
function latinPlaces({ title, titleEn }: Named, said: string): Place[] {
  const words = latinText(titleEn ?? title);
  for (let from = 0; from < words.length; from += 1) {
    const found = placesOf(words.slice(from).join(' '), said);
    if (found.length > 0) return found;
  }
  return [];
}

function placesOf(name: string, said: string): Place[] {
  const places: Place[] = [];
  for (let at = said.indexOf(name); at >= 0; at = said.indexOf(name, at + 1))
    places.push({ start: at, end: at + name.length });
  return places;
}
