import { firstPlace } from '../recipient/evidence.ts';
import { looksLikeFullName } from '../recipient/names.ts';
import { parseRecipient } from '../recipient/parse.ts';
import type { Shape } from './slots.ts';

// What of a recipient stands in a sentence: where it goes, whom to call, who gets it. All of the message belongs to it.

export function findRecipient(kind: 'address' | 'phone', { said }: Shape): string | undefined {
  const found = parseRecipient(said)[kind];
  return kind === 'address' && found ? fromPlace(found) : found;
}

/** 这回不往家寄山东省…: a sentence before the province is no part of the address. */
function fromPlace(address: string): string {
  const place = firstPlace(address);
  return place?.isFull && !/\d/u.test(address.slice(0, place.at)) ? address.slice(place.at) : address;
}

/** Somebody with everything that a parcel needs. */
export function findWholeRecipient({ said }: Shape): string | undefined {
  const { name, phone, address } = parseRecipient(said);
  return name && phone && address ? `${name}，${phone}，${fromPlace(address)}` : undefined;
}

/** 写我闺女名字，王秀兰: the only clause that is a name, or what stands behind a word that leads to one. */
export function findName({ said }: Shape, behind: RegExp | undefined): string | undefined {
  const clauses = said.split(CLAUSE).map((one) => one.trim());
  const names = clauses.flatMap((clause) => nameIn(clause, behind) ?? []);
  const [only, ...others] = [...new Set(names)];
  return others.length === 0 ? only : undefined;
}

const CLAUSE = /[,，。;；:：!！?？"“”「」()（）\n]+/u;

function nameIn(clause: string, behind: RegExp | undefined): string | undefined {
  if (looksLikeFullName(clause)) return clause;
  const last = behind && [...clause.matchAll(new RegExp(behind.source, 'giu'))].at(-1);
  const rest = last && clause.slice(last.index + last[0].length).trim();
  if (!rest) return undefined;
  return looksLikeFullName(rest) ? rest : ENGLISH_NAME.exec(rest)?.[0];
}

const ENGLISH_NAME = /^(?:(?:Mrs?|Ms|Miss|Dr)\.? )?\p{Lu}[\p{Ll}'’-]+(?: \p{Lu}[\p{Ll}'’-]+){1,3}/u;
