import { z } from 'zod';
import { readData, readDataFile } from '../../../shop/values/data-file.ts';

const words = z.array(z.string().min(1));

/** What a word of data/postage.yaml says, by one sign each, so that a clause is a short row of them. */
const SIGNS = {
  free: 'G',
  fee: 'F',
  waived: 'W',
  extra: 'K',
  no: 'N',
  pay: 'V',
  seller: 'M',
  buyer: 'Y',
  'at least': 'B',
  'less than': 'U',
  otherwise: 'J',
  except: 'X',
  'not sent': 'D',
  delivered: 'T',
  'with the fee': 'I',
  plus: 'E',
  everywhere: 'S',
  'most places': 'O',
  rest: 'R',
  home: 'H',
  remote: 'Z',
  only: 'o',
  light: 'l',
} as const;

type Heading = keyof typeof SIGNS;
export type Sign = (typeof SIGNS)[Heading] | 'A' | 'Q' | 'P' | ',' | '?';

const headings = z.object(Object.fromEntries(Object.keys(SIGNS).map((heading) => [heading, words])));
const shape = {
  words: headings,
  provinces: z.record(z.string(), words),
  regions: z.record(z.string(), z.string()),
  far: words,
  'perhaps far': words,
};

/** How people say who pays for the post: data/postage.yaml. */
export interface PostageWords {
  /** Finds the longest word at each place of a text. */
  readonly pattern: RegExp;
  signFor(word: string): Sign;
  /** The provinces that a name means. */
  readonly places: ReadonlyMap<string, readonly string[]>;
  /** The one-sign names, which count only in a row of several, or right before a word of the post. */
  readonly short: ReadonlyMap<string, string>;
  readonly provinces: readonly string[];
  readonly far: readonly string[];
  readonly perhapsFar: readonly string[];
}

let loaded: PostageWords | undefined;

export function postageWords(): PostageWords {
  loaded ??= read();
  return loaded;
}

function read(): PostageWords {
  const data = readDataFile('postage.yaml', shape);
  const signs = new Map<string, Sign>();
  for (const [heading, sign] of Object.entries(SIGNS))
    for (const word of data.words[heading] ?? [])
      if (!signs.has(word.toLowerCase())) signs.set(word.toLowerCase(), sign);
  const provinces = Object.entries(data.provinces);
  const places = new Map<string, readonly string[]>([
    ...provinces.flatMap(([name, others]) =>
      [name, ...others.filter((other) => other.length > 1)].map((one): [string, string[]] => [one, [name]]),
    ),
    ...citiesOf(provinces.map(([name]) => name)),
    ...Object.entries(data.regions).map(([name, some]): [string, string[]] => [name, some.split(' ')]),
  ]);
  const short = provinces.flatMap(([name, others]) =>
    others.filter((other) => other.length === 1).map((one): [string, string] => [one, name]),
  );
  return {
    ...{ pattern: anyOf([...signs.keys(), ...places.keys()]), places, short: new Map(short) },
    signFor: (word) => (places.has(word) ? 'P' : (signs.get(word) ?? '?')),
    ...{ provinces: provinces.map(([name]) => name), far: data.far, perhapsFar: data['perhaps far'] },
  };
}

const divisions = z.object({ places: z.record(z.string(), z.record(z.string(), z.string())) });

/** The cities of each province, by their names without 市. */
function citiesOf(provinces: readonly string[]): [string, string[]][] {
  const { places } = readData('lexicon/places.yaml', divisions);
  return Object.entries(places).flatMap(([full, cities]) => {
    const province = provinces.find((name) => full.startsWith(name));
    const names = Object.keys(cities).map((city) => city.replace(CITY, ''));
    return province === undefined
      ? []
      : names
          .filter((name) => name.length > 1 && !provinces.includes(name))
          .map((name): [string, string[]] => [name, [province]]);
  });
}

const CITY = /(?:市|地区|盟|[^市]{1,4}族.*自治州)$/u;

const anyOf = (all: readonly string[]): RegExp =>
  new RegExp(
    [...all]
      .sort((one, other) => other.length - one.length)
      .map((word) => (/^[a-z]/i.test(word) ? `\\b${word}(?![a-z'])` : word.replace('+', '\\+')))
      .join('|'),
    'giu',
  );
