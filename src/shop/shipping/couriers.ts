// Who carries parcels, told by the form of their numbers. The forms are those in use in 2026; a courier that only now and
// then uses a form stands under `maybe`, and then the seller is asked.

export const courierCodes = ['SF', 'YTO', 'ZTO', 'STO', 'YD', 'JT', 'JD', 'EMS', 'POST', 'DB', 'KY'] as const;
export type CourierCode = (typeof courierCodes)[number];

export interface Courier {
  readonly code: CourierCode;
  readonly name: string;
  readonly nameEn: string;
  /** Nobody else's numbers look so. */
  readonly surely: RegExp;
  readonly maybe?: RegExp;
  /** What people call it. */
  readonly called: RegExp;
  /** The courier's name at the tracking page that follows all of them. */
  readonly page: string;
}

export const couriers: readonly Courier[] = [
  {
    code: 'SF',
    name: '顺丰',
    nameEn: 'SF Express',
    surely: /^SF\d{10,15}$/,
    maybe: /^\d{12}$/,
    called: /顺丰|\bsf\b/i,
    page: 'shunfeng',
  },
  {
    code: 'YTO',
    name: '圆通',
    nameEn: 'YTO',
    surely: /^YT\d{13,15}$/,
    maybe: /^(?:\d{18}|\d{10})$/,
    called: /圆通|\byto\b/i,
    page: 'yuantong',
  },
  {
    code: 'ZTO',
    name: '中通',
    nameEn: 'ZTO',
    surely: /^7[3-68]\d{12}$/,
    maybe: /^(?:\d{12}|\d{14})$/,
    called: /中通|\bzto\b/i,
    page: 'zhongtong',
  },
  {
    code: 'STO',
    name: '申通',
    nameEn: 'STO',
    surely: /^77\d{13}$/,
    maybe: /^(?:\d{12}|\d{13}|\d{15})$/,
    called: /申通|\bsto\b/i,
    page: 'shentong',
  },
  {
    code: 'YD',
    name: '韵达',
    nameEn: 'Yunda',
    surely: /^(?:YD\d{13,15}|(?:31|43|46)\d{13})$/,
    maybe: /^(?:\d{13}|\d{15})$/,
    called: /韵达|yunda|\byd\b/i,
    page: 'yunda',
  },
  {
    code: 'JT',
    name: '极兔',
    nameEn: 'J&T',
    surely: /^JT\d{13}$/,
    called: /极兔|j\s?&\s?t|\bjt\b/i,
    page: 'jtexpress',
  },
  {
    code: 'JD',
    name: '京东',
    nameEn: 'JD',
    surely: /^JD[A-Z0-9]{8,18}(?:-\d{1,3}){0,3}$/,
    called: /京东|\bjd\b/i,
    page: 'jd',
  },
  {
    code: 'EMS',
    name: 'EMS',
    nameEn: 'EMS',
    surely: /^E[A-Z]\d{9}[A-Z]{2}$/,
    maybe: /^1[0-2]\d{11}$/,
    called: /\bems\b/i,
    page: 'ems',
  },
  {
    code: 'POST',
    name: '中国邮政',
    nameEn: 'China Post',
    surely: /^(?:9[89]\d{11}|[RCLUV][A-Z]\d{9}CN)$/,
    maybe: /^9\d{12}$/,
    called: /邮政|china ?post/i,
    page: 'youzhengguonei',
  },
  {
    code: 'DB',
    name: '德邦',
    nameEn: 'Deppon',
    surely: /^DP[A-Z]?\d{9,13}$/,
    maybe: /^\d{9,10}$/,
    called: /德邦|deppon/i,
    page: 'debangkuaidi',
  },
  {
    code: 'KY',
    name: '跨越',
    nameEn: 'KYE',
    surely: /^KY\d{11,16}$/,
    called: /跨越|\bky\b/i,
    page: 'kuayue',
  },
];

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
