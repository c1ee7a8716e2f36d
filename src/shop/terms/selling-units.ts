import { z } from 'zod';
import { readDataFile } from '../values/data-file.ts';
import { type BaseQuantity, baseQuantity } from '../values/quantity.ts';

const { units, pieces, alike } = readDataFile('selling-units.yaml', {
  units: z.record(z.string().min(1), z.tuple([z.string().min(1), z.string().min(1)])),
  pieces: z.record(z.string().min(1), z.int().positive()),
  alike: z.array(z.array(z.string().min(1)).min(2)),
});

/** Containers whose names people mix up. */
export const alikeUnits: readonly (readonly string[])[] = alike;

/** For goods that are weighed in it: not a word to count with, so it stands beside those of the file. */
export const KILOGRAM_UNIT = '公斤';

/** The English of a unit, for one and for several. */
export function translateUnit(name: string): { readonly one: string; readonly many: string } {
  const [one, many] = name === KILOGRAM_UNIT ? ['kg', 'kg'] : (units[name] ?? ['piece', 'pieces']);
  return { one, many };
}

/** How many pieces one is of what is counted: a pair is two. */
export const countPieces = (name: string): BaseQuantity => baseQuantity(pieces[name] ?? 1);

const NUMBER = '[\\d一二两三四五六七八九十半每百]';
const chinese = new RegExp(`${NUMBER}\\s*(${Object.keys(units).join('|')})`, 'gu');
const english = Object.entries(units).flatMap(([name, words]) => words.map((word) => ({ name, word })));

/** The word in which a seller counts, in a text that names a price or a stock; the one that is said most. */
export function detectSellingUnit(text: string): string | undefined {
  const said = [...text.matchAll(chinese)].flatMap(([, name]) => name ?? []);
  const inEnglish = english.filter(({ word }) => new RegExp(`\\b${word}\\b`, 'i').test(text));
  const counts = Map.groupBy(said, (name) => name);
  const most = [...counts].sort(([, a], [, b]) => b.length - a.length)[0]?.[0];
  return most ?? inEnglish[0]?.name;
}
