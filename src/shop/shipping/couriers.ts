import { z } from 'zod';
import { readDataFile } from '../values/data-file.ts';

// Couriers, recognised by the form of their tracking numbers (data/couriers.yaml).

export const courierCodes = ['SF', 'YTO', 'ZTO', 'STO', 'YD', 'JT', 'JD', 'EMS', 'POST', 'DB', 'KY'] as const;
export type CourierCode = (typeof courierCodes)[number];

export interface Courier {
  readonly code: CourierCode;
  readonly name: string;
  readonly nameEn: string;
  /** Nobody else's numbers look so. */
  readonly surely: RegExp;
  /** Its numbers sometimes look so, and so do others'. */
  readonly maybe?: RegExp | undefined;
  /** What people call it. */
  readonly called: RegExp;
  /** The courier's name at the tracking page that follows all of them. */
  readonly page: string;
}

const pattern = z.string().transform((source) => new RegExp(source));

const entry = z.strictObject({
  code: z.enum(courierCodes),
  name: z.string(),
  nameEn: z.string(),
  surely: pattern,
  maybe: pattern.optional(),
  called: z.string().transform((source) => new RegExp(source, 'i')),
  page: z.string(),
});

export const couriers: readonly Courier[] = readDataFile('couriers.yaml', {
  couriers: z.array(entry),
}).couriers;

/** Numbers have 8 to 30 letters, digits and hyphens, and more digits than letters. */
const NUMBER = /[A-Z0-9](?:[A-Z0-9-]{6,28})[A-Z0-9]/g;

/** What was said or written about a parcel. */
export interface Tracking {
  readonly number: string;
  /** Nothing where the number might be several couriers'. */
  readonly courier: Courier | undefined;
}

/** `SF1234567890123`, `中通 7512 3456 7890 12`, `tracking number: JD0012…`; nothing where there is no one number. */
export function parseTracking(words: string): Tracking | undefined {
  // Couriers print their numbers in groups; only blanks between digits are theirs.
  const text = words
    .normalize('NFKC')
    .toUpperCase()
    .replace(/(?<=\d)[ \t]+(?=\d)/g, '');
  const numbers = [...text.matchAll(NUMBER)].map(([one]) => one).filter(isNumber);
  const [number, ...others] = numbers;
  if (!number || others.length > 0) return undefined;
  const named = couriers.filter(({ called }) => called.test(text.replace(number, ' ')));
  return { number, courier: named.length === 1 ? named[0] : detectCourier(number) };
}

const isNumber = (text: string): boolean => text.replace(/\D/g, '').length >= 7;

/** The one whose numbers look so. */
export function detectCourier(number: string): Courier | undefined {
  const sure = couriers.filter(({ surely }) => surely.test(number));
  return sure.length === 1 ? sure[0] : undefined;
}

/** All couriers, those whose number it might be first. */
export const likelyCouriers = (number: string): readonly Courier[] =>
  couriers.toSorted((a, b) => Number(mayBe(b, number)) - Number(mayBe(a, number)));

const mayBe = ({ surely, maybe }: Courier, number: string): boolean =>
  surely.test(number) || maybe?.test(number) === true;

export const findCourier = (code: string | null): Courier | undefined =>
  couriers.find((one) => one.code === code);

/** A public page that tells where the parcel is, for any phone. */
export function trackingLink(courier: Courier, number: string): string {
  // JD prints -1-1- behind the number for each box; the number itself is what is followed.
  const bare = courier.code === 'JD' ? number.replace(/-.*$/, '') : number;
  return `https://www.kuaidi100.com/chaxun?com=${courier.page}&nu=${encodeURIComponent(bare)}`;
}
