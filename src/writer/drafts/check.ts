import { unsupportedClaims } from '../claims/check.ts';
import { factList } from '../facts/fact-list.ts';
import type { Facts, Wording } from '../facts/facts.ts';
import { findUnlawful } from '../law/law.ts';

const PRICE =
  /[¥￥$€]|(?:\d[\d.,]*|[零一二三四五六七八九十百千万两半]+)\s*(?:元|块钱|毛钱|角)|\b(?:yuan|rmb|cny)\b/giu;

/** What must leave a text: words the law forbids, prices (the screen shows them), claims without a fact. */
export function findObjections(text: string, facts: Facts): string[] {
  return [...findForbidden(text, facts), ...unsupportedClaims(text, factList(facts), facts.year)];
}

/** All objections to a wording, its points and tags included. */
export const findObjectionsInWording = ({ title, blurb, points, tags }: Wording, facts: Facts) =>
  [title, blurb, ...points, ...tags].flatMap((text) => findObjections(text, facts));

/** Words the law forbids, and prices. Proper names are exempt: a village may be called 长寿村. */
export function findForbidden(text: string, facts: Facts): string[] {
  const names = namesIn(facts)
    .map((name) => name.trim())
    .filter((name) => name.length > 1);
  const rest = names.reduce((left, name) => left.replaceAll(name, ' '), text);
  return [...findUnlawful(rest), ...(rest.match(PRICE) ?? [])];
}

function namesIn({ seller, sellerEn, village }: Facts): string[] {
  const places = [village.name, village.nameEn, village.county, village.countyEn];
  return [seller, sellerEn, ...places, village.province, village.provinceEn].filter((name) => name != null);
}
