import { type Amount, PIECE } from '../numbers/amounts.ts';
import { factors, isSame, type Ratio, single } from '../numbers/ratios/ratios.ts';
import { postageWords } from './postage-words.ts';
import { type Bought, findBought, findSums, readPayer, tokensWith, toUnits, type Unit } from './units.ts';

/** What is paid for the post: so much, some sum that no fact gives, or nothing is sent there. */
export type Fee = number | 'some' | 'not sent';

interface Terms {
  /** From so much on it is free. */
  readonly from?: Amount;
  readonly fee?: Fee;
}

/** What the facts say of the post. */
export interface Policy {
  /** By province; `home` and `remote` where facts say no more. */
  readonly places: ReadonlyMap<string, Terms>;
  readonly rest: Terms;
  readonly home: string | undefined;
}

/** Facts that begin so speak of the post in each of their clauses. */
const OF_POST = /^(?:邮费|运费|邮寄|快递费|包邮|快递|shipping|postage|delivery|发货)\s*:/iu;
const LABEL = /^[^:]{1,20}:/u;

export function readPolicy(facts: readonly string[]): Policy | undefined {
  const places = new Map<string, Terms>();
  let rest: Terms = {};
  const set = (names: readonly string[] | undefined, terms: Terms): void => {
    if (names) for (const name of names) places.set(name, { ...places.get(name), ...terms });
    else rest = { ...rest, ...terms };
  };
  let isRead = false;
  const others: string[] = [];
  for (const fact of facts) {
    const plain = fact.normalize('NFKC');
    const label = OF_POST.exec(plain)?.[0] ?? '';
    let isOfFee = label !== '';
    let excepted: readonly string[] | undefined;
    let bounded: Amount | undefined;
    for (const unit of toUnits(label === '' ? plain : plain.slice(label.length))) {
      const isFree =
        readPayer(unit, isOfFee) ?? (/^包邮/u.test(label) && unit.signs === 'P' ? 'seller' : undefined);
      const found = termsIn(unit, isFree, { isOfFee, excepted, bounded });
      if (unit.signs.includes('F') || /[GI]/.test(unit.signs)) isOfFee = true;
      if (!found) {
        others.push(plain);
        continue;
      }
      isRead = true;
      excepted = found.excepted;
      bounded = found.terms.from ?? bounded;
      set(found.names, found.terms);
      if (excepted) set(excepted, { fee: found.isNotSent ? 'not sent' : 'some' });
    }
  }
  if (!isRead) return undefined;
  const isFreeSomewhere = [...places.values()].some(({ fee }) => fee === 0);
  if (rest.fee === undefined && !rest.from && isFreeSomewhere) rest = { fee: 'some' };
  return {
    places: withFar(places),
    rest,
    home: homeIn(
      others.map((fact) => fact.replace(LABEL, '')),
      places,
    ),
  };
}

interface Before {
  readonly isOfFee: boolean;
  readonly excepted: readonly string[] | undefined;
  readonly bounded: Amount | undefined;
}

interface Found {
  /** Where to; everywhere else where undefined. */
  readonly names: readonly string[] | undefined;
  readonly terms: Terms;
  readonly excepted?: readonly string[];
  readonly isNotSent?: boolean;
}

function termsIn(unit: Unit, payer: 'seller' | 'buyer' | undefined, before: Before): Found | undefined {
  const { signs } = unit;
  const named = findNames(unit);
  const isExcepting = /X/.test(signs) && named !== undefined;
  const names = isExcepting ? undefined : named;
  const excepted = isExcepting ? { excepted: named } : {};
  const bought = findBought(unit).find(isCondition(signs));
  if (/D/.test(signs) && named) return { names: named, terms: { fee: 'not sent' } };
  if (payer === 'seller' || /^[QB]*A[QB]*I|^IA/.test(signs)) {
    const terms: Terms = bought ? { from: bought.amount } : { fee: 0 };
    if (signs.includes('o') && names) return { names, terms };
    return { names, terms, ...excepted };
  }
  const [sum, more] = findSums(unit);
  const value = sum?.amount?.value;
  const isUnknown = /[?]/.test(signs) && !/[FPRHZ]/.test(signs);
  if (value !== undefined && more === undefined && !isUnknown) {
    if (before.excepted && !named) return { names: before.excepted, terms: { fee: value } };
    if (/[PRHZ]/.test(signs) && /[FEK]|^[PRHZ]A$|^A[PRHZ]$/.test(signs))
      return { names, terms: { fee: value } };
    if (/F/.test(signs) || (before.isOfFee && /^[UJ]?[QABV]*A$/.test(signs)))
      return { names, terms: { fee: value } };
    if (before.bounded && /[UJ]/.test(signs)) return { names, terms: { fee: value } };
  }
  if (payer === 'buyer') return { names, terms: { fee: 'some' } };
  if (isExcepting && named) return { names: named, terms: { fee: 'some' } };
  return undefined;
}

/** 五把120元包邮 is free from five on; 一箱包邮 is free. */
const isCondition =
  (signs: string) =>
  ({ amount, side }: Bought): boolean =>
    side === 'from' ||
    (side === 'just' && amount.value > 1 && !isMeasure(amount) && !/W.*Q/.test(signs)) ||
    (side === 'just' && amount.value > 1 && /Q.*W|Q.*G|W.*Q/.test(signs) && !isMeasure(amount));

const isMeasure = ({ of }: Amount): boolean =>
  of.includes('grams') || of.includes('millilitres') || of.join() === PIECE;

/** The places that a unit names; undefined for everywhere, and for everywhere else. */
export function findNames(unit: Unit): readonly string[] | undefined {
  const named = tokensWith(unit, 'P').flatMap(({ places }) => places ?? []);
  if (named.length > 0) return named;
  if (unit.signs.includes('H')) return ['home'];
  return unit.signs.includes('Z') ? ['remote'] : undefined;
}

/** What is said of remote places is said of those that are always far. */
function withFar(places: ReadonlyMap<string, Terms>): ReadonlyMap<string, Terms> {
  const remote = places.get('remote');
  if (!remote) return places;
  const { far, perhapsFar } = postageWords();
  return new Map([
    ...perhapsFar.map((name): [string, Terms] => [name, {}]),
    ...far.map((name): [string, Terms] => [name, remote]),
    ...places,
  ]);
}

/** The province that the goods come from, where facts name only one. */
function homeIn(facts: readonly string[], places: ReadonlyMap<string, Terms>): string | undefined {
  const named = new Set(
    facts.flatMap((fact) =>
      toUnits(fact).flatMap((unit) => tokensWith(unit, 'P').flatMap((one) => one.places ?? [])),
    ),
  );
  const [only, ...more] = named;
  if (only && more.length === 0) return only;
  const [first, ...others] = [...places].filter(([, { fee }]) => fee === 0).map(([name]) => name);
  return first !== 'home' && first !== 'remote' && others.length === 0 ? first : undefined;
}

/** What is paid to send so much to a place; undefined where the facts do not say. */
export function feeFor(
  policy: Policy,
  place: string | undefined,
  bought: Amount,
  ratios: readonly Ratio[],
): Fee | undefined {
  const { from, fee } = termsFor(policy, place);
  if (!from) return fee;
  const many = isSame(bought.of, from.of) ? [bought.value] : factors(bought, single(from.of), ratios);
  if (many.length === 0) return undefined;
  if (many.every((value) => value >= from.value)) return 0;
  return many.some((value) => value >= from.value) ? undefined : (fee ?? 'some');
}

function termsFor({ places, rest, home }: Policy, place: string | undefined): Terms {
  if (place === undefined) return rest;
  const own = places.get(place);
  if (own) return own;
  if (place === home && places.has('home')) return places.get('home') ?? rest;
  if (place === 'home' && home !== undefined) return places.get(home) ?? rest;
  return place === 'home' || place === 'remote' ? {} : rest;
}
