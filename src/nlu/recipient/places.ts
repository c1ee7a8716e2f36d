import { lexicon, loadPlaces } from './lexicon.ts';

type Level = 'province' | 'city' | 'county';

/** A place of county level or above, with the places that it may lie in. */
interface Place {
  readonly level: Level;
  readonly name: string;
  readonly province: string;
  readonly city?: string;
}

/** A place named in a text, with where its name ends. */
export interface NamedPlace {
  readonly end: number;
  readonly isFull: boolean;
  readonly candidates: readonly Place[];
}

export interface Region {
  readonly province?: string;
  readonly city?: string;
  readonly county?: string;
}

const ENDING =
  /(?:(?:壮族|回族|维吾尔)?自治区|特别行政区|[\u4e00-\u9fff]{0,9}族自治[州县]|蒙古自治州|自治州|地区|省|市|盟|林区|新区|区|县|旗)$/u;

interface Index {
  readonly full: Map<string, Place[]>;
  readonly short: Map<string, Place[]>;
  /** The first two signs of all names: where none begins, none is looked for. */
  readonly beginnings: Set<string>;
}

/** Longer than the longest name: 积石山保安族东乡族撒拉族自治县. */
const LONGEST = 16;
let known: Index | undefined;

/** All names, made when the first message comes. */
function index(): Index {
  known ??= createIndex();
  return known;
}

function createIndex(): Index {
  const made: Index = { full: new Map(), short: new Map(), beginnings: new Set() };
  for (const [province, cities] of Object.entries(loadPlaces())) {
    add(made, { level: 'province', name: province, province });
    for (const [city, counties] of Object.entries(cities)) {
      const isReal = city !== '~';
      if (isReal && city !== province) add(made, { level: 'city', name: city, province });
      for (const name of counties) add(made, { level: 'county', name, province, ...(isReal && { city }) });
    }
  }
  return made;
}

function add({ full, short, beginnings }: Index, place: Place): void {
  beginnings.add(place.name.slice(0, 2));
  keep(full, place.name, place);
  const bare = withoutEnding(place.name);
  if (bare.length >= 2 && bare !== place.name) keep(short, bare, place);
}

function keep(map: Map<string, Place[]>, name: string, place: Place): void {
  map.set(name, [...(map.get(name) ?? []), place]);
}

/** 恩施土家族苗族自治州 is 恩施: nationalities go one by one from behind. */
function withoutEnding(name: string): string {
  const bare = name.replace(/(?:自治[州县旗区]|地区|省|市|盟|林区|新区|区|县|旗)$/u, '');
  return bare === name || !/自治[州县旗区]$/u.test(name) ? bare : withoutNations(bare);
}

function withoutNations(name: string): string {
  const nation = lexicon.nations.filter((one) => name.endsWith(one)).sort((a, b) => b.length - a.length)[0];
  return nation && name.length - nation.length >= 2 ? withoutNations(name.slice(0, -nation.length)) : name;
}

/** The longest name of a place that begins at `start`. */
export function placeAt(plain: string, start: number): NamedPlace | undefined {
  const { full: byName, short: shortNames, beginnings } = index();
  if (!beginnings.has(plain.slice(start, start + 2))) return undefined;
  for (let length = Math.min(LONGEST, plain.length - start); length >= 2; length -= 1) {
    const name = plain.slice(start, start + length);
    const full = byName.get(name);
    const candidates = full ?? shortNames.get(name);
    if (candidates) return { end: start + length, isFull: full !== undefined, candidates };
  }
  return undefined;
}

/** 江门市 and 江门 are places and no names of people; 和平 and 南方 may be both. */
export const isPlace = (words: string): boolean => index().full.has(words) && ENDING.test(words);

/** A province or a city said without its ending: 上海, 湖北. */
export const isShortPlace = (words: string): boolean =>
  (index().short.get(words) ?? []).some(({ level }) => level !== 'county');

/** Where an address lies, as far as it names it or names leave one answer. */
export function findRegion(plain: string): Region {
  let fits: readonly Place[] | undefined;
  for (let at = 0; at < plain.length; at += 1) {
    const named = placeAt(plain, at);
    if (!named) continue;
    const inside = fits
      ? named.candidates.filter((one) => fits?.some((other) => liesIn(one, other)))
      : named.candidates;
    if (!fits && !named.isFull && named.candidates.every(({ level }) => level === 'county')) continue;
    if (inside.length === 0) continue;
    fits = inside;
    at = named.end - 1;
    if (inside.every(({ level }) => level === 'county')) break;
  }
  return fits ? common(fits) : {};
}

const liesIn = (small: Place, large: Place): boolean =>
  small.province === large.province &&
  (large.level === 'province' || (large.level === 'city' && small.city === large.name));

function common(fits: readonly Place[]): Region {
  const same = (of: (place: Place) => string | undefined): string | undefined => {
    const all = new Set(fits.map(of));
    return all.size === 1 ? [...all][0] : undefined;
  };
  const province = same((one) => one.province);
  const city = same((one) => (one.level === 'city' ? one.name : one.city));
  const county = same((one) => (one.level === 'county' ? one.name : undefined));
  return { ...(province && { province }), ...(city && { city }), ...(county && { county }) };
}
