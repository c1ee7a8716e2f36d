import { findName, findRecipient, findWholeRecipient } from './fill-recipient.ts';
import { inFigures } from './in-figures.ts';
import { isList } from './shape-words.ts';
import type { Shape, Slot, SlotKind } from './slots.ts';

// A plain sentence of a form, filled with what a message says. No figure comes from anywhere else.

/** What is written in a template between braces: `{money}`, `{place+}` all of them, `{money<}` the smaller, `{money>}` the larger. */
const PLACE = /\{([a-z]+)([+<>]?)\}/g;

export type Language = 'zh' | 'en';

/** How a form takes its slots, where that is not plain. */
export interface Taking {
  /** Slots that may be left out of the sentence beside times and goods. */
  readonly spare: readonly SlotKind[];
  /** Nothing may be left out: a fee for some days, or for some goods, is none for all. */
  readonly whole: boolean;
  /** Of several amounts the one that stands beside one of these words counts. */
  readonly beside?: RegExp | undefined;
  /** Only a sum that stands beside one of these words counts: 降到12块, and not 25一斤太贵. */
  readonly near?: RegExp | undefined;
  /** What stands behind one of these words, or between quotation marks, is the free text. */
  readonly behind?: RegExp | undefined;
  /** … up to the end of its clause: a name or a place has no comma. */
  readonly short: boolean;
  /** What goes stands behind one of these words: `{goods<}`; what comes in its place is `{goods>}`. */
  readonly instead?: RegExp | undefined;
}

/** The template filled from the message; nothing where what it needs is not there, or is there twice, or something else is. */
export function fillTemplate(
  template: string,
  shape: Shape,
  language: Language,
  taking: Taking,
): string | undefined {
  const wanted = [...template.matchAll(PLACE)].map(([whole, kind = '', how = '']) => ({ whole, kind, how }));
  const kinds = new Set(wanted.map(({ kind }) => kind));
  const used: Slot[] = [];
  const done: string[] = [];
  const filledOf = (kind: string): number => done.filter((one) => one === kind).length;
  let sentence = template;
  for (const { whole, kind, how } of wanted) {
    const needs = wanted.filter((one) => one.kind === kind).length;
    const left = { ...shape, slots: shape.slots.filter((slot) => !used.includes(slot)) };
    const found = findFilling(kind, how, {
      shape: left,
      language,
      taking,
      needs: needs - filledOf(kind),
      kinds,
    });
    if (!found) return undefined;
    used.push(...found.slots);
    done.push(kind);
    sentence = sentence.replace(whole, () => found.text);
  }
  return isAllSaid(shape, used, taking) ? sentence : undefined;
}

/** Unsaid may stay when, and what of, where that does not matter; never a sum, a place, an order. */
const isAllSaid = ({ slots }: Shape, used: readonly Slot[], { spare, whole }: Taking): boolean =>
  slots.every(
    (slot) =>
      slot.isOld ||
      (!whole && (slot.kind === 'time' || slot.kind === 'goods')) ||
      spare.includes(slot.kind) ||
      used.some((one) => isSame(one, slot)),
  );

const isSame = (one: Slot, other: Slot): boolean =>
  one === other || (one.kind === other.kind && one.text === other.text);

interface Wanted {
  readonly shape: Shape;
  readonly language: Language;
  readonly taking: Taking;
  /** How many of this kind the template has. */
  readonly needs: number;
  /** All kinds that the template has. */
  readonly kinds: ReadonlySet<string>;
}

interface Filling {
  readonly text: string;
  readonly slots: readonly Slot[];
}

function findFilling(kind: string, how: string, wanted: Wanted): Filling | undefined {
  switch (kind) {
    case 'money':
      return fillMoney(how, wanted);
    case 'amount':
      return fillAmount(wanted);
    case 'whose':
    case 'buyer':
      return fillWhose(kind, wanted);
    case 'words':
      return fillWords(wanted);
    case 'pairs':
      return fillPairs(wanted);
    case 'until':
      return fillUntil(wanted);
    case 'goods':
      return how === '<' || how === '>' ? fillSwapped(how, wanted) : fillPlain(kind, how === '+', wanted);
    case 'carrier':
      return { text: carrierBefore(wanted.shape), slots: [] };
    case 'province':
      return fillProvinces(wanted);
    case 'said':
      return fillWhole(wanted.shape, wanted.shape.said.trim());
    case 'address':
    case 'phone':
      return fillWhole(wanted.shape, findRecipient(kind, wanted.shape));
    case 'recipient':
      return fillWhole(wanted.shape, findWholeRecipient(wanted.shape));
    case 'name':
      return fillWhole(wanted.shape, findName(wanted.shape, wanted.taking.behind));
    default:
      return fillPlain(kind as SlotKind, how === '+', wanted);
  }
}

/** Places, times and people belong to the words; another order, an amount or a sum does not. */
function fillWhole({ slots }: Shape, text: string | undefined): Filling | undefined {
  const inside = slots.filter(({ kind, said }) => !OF_ITS_OWN.has(kind) || text?.includes(said));
  return text ? { text, slots: inside } : undefined;
}

const OF_ITS_OWN: ReadonlySet<SlotKind> = new Set<SlotKind>(['order', 'amount', 'money', 'code']);

/** Fen of a sum, or of a bare number that may be one. */
const sumOf = ({ kind, value }: Slot): number | undefined =>
  value === undefined ? undefined : kind === 'money' ? value : kind === 'number' ? value / 10 : undefined;

function fillMoney(how: string, { shape, language, needs, taking }: Wanted): Filling | undefined {
  const sums = current(shape, ['money', 'number']).filter(
    (slot) => Number.isInteger(sumOf(slot)) && (!taking.near || isBeside(shape, slot, taking.near)),
  );
  const [all, sure] = [bySum(sums), bySum(sums.filter(({ kind }) => kind === 'money'))];
  const some = all.length === needs ? all : sure.length === needs ? sure : undefined;
  const [least, ...more] = (some ?? []).toSorted((one, other) => (sumOf(one) ?? 0) - (sumOf(other) ?? 0));
  const slot = how === '>' ? (more.at(-1) ?? least) : least;
  const fen = slot && sumOf(slot);
  if (!slot || fen === undefined || fen <= 0) return undefined;
  return { text: language === 'zh' ? `${fen / 100}元` : `${fen / 100} yuan`, slots: sameSum(sums, fen) };
}

const bySum = (slots: readonly Slot[]): Slot[] => [
  ...new Map(slots.map((slot) => [sumOf(slot), slot])).values(),
];
const sameSum = (slots: readonly Slot[], fen: number): Slot[] => slots.filter((slot) => sumOf(slot) === fen);

function fillAmount({ shape, taking }: Wanted): Filling | undefined {
  const amounts = current(shape, ['amount']);
  const counts = amounts.length > 0 ? amounts : shape.slots.filter(({ isCount }) => isCount);
  const some = counts.length > 0 ? counts : current(shape, ['number']);
  const distinct = [...new Map(some.map((slot) => [slot.text, slot])).values()];
  const beside = distinct.filter((slot) => isBeside(shape, slot, taking.beside));
  const [only, ...others] = distinct.length > 1 ? beside : distinct;
  if (!only || others.length > 0) return undefined;
  return { text: inFigures(only.text), slots: distinct };
}

/** How far a word may stand from its amount. */
const REACH = 5;

const isBeside = ({ plain }: Shape, { start, end }: Slot, beside: RegExp | undefined): boolean =>
  beside !== undefined &&
  (beside.test(plain.slice(Math.max(0, start - REACH - 3), start)) ||
    beside.test(plain.slice(end, end + REACH)));

const ORDER_NUMBER = /[a-z]-\d+/u;

/** A-0317, or whose order: 王芳的订单. */
function fillWhose(kind: 'whose' | 'buyer', { shape, language }: Wanted): Filling | undefined {
  const [order, ...orders] = distinctBy(current(shape, ['order']));
  if (orders.length > 0) return undefined;
  const number = order && ORDER_NUMBER.exec(order.text)?.[0].toUpperCase();
  if (order && number) {
    const buyer = language === 'zh' ? `${number}的买家` : `the buyer of ${number}`;
    return { text: kind === 'buyer' ? buyer : number, slots: [order, ...current(shape, ['person'])] };
  }
  const [person, ...people] = distinctBy(current(shape, ['person']));
  if (!person || people.length > 0) return undefined;
  if (kind === 'buyer') return { text: person.said, slots: [person] };
  return { text: language === 'zh' ? `${person.said}的订单` : `${person.said}'s order`, slots: [person] };
}

const QUOTED = /[“"「『《]([^”"」』》]{1,40})[”"」』》]/u;

/** What is between quotation marks, or behind the word that leads to it, as it was typed. */
function fillWords({ shape, taking }: Wanted): Filling | undefined {
  const { said, plain, slots } = shape;
  const even = said.length === plain.length;
  const quoted = QUOTED.exec(even ? said : plain)?.[1];
  const lead = taking.behind && lastMatch(taking.behind, plain);
  const rest = lead === undefined ? undefined : (even ? said : plain).slice(lead).replace(TRIM, '');
  const text = (quoted ?? (taking.short ? rest?.split(CLAUSE_ENDS)[0] : rest))?.trim();
  return text && text.length <= 60 ? { text, slots } : undefined;
}

const CLAUSE_ENDS = /[,，。;；!！\n]|\. /u;
const TRIM = /^[\s:,，：、]+|[\s。.!！~～,，]+$/gu;

const lastMatch = (pattern: RegExp, text: string): number | undefined => {
  const last = [...text.matchAll(new RegExp(pattern.source, 'gu'))].at(-1);
  return last && last.index + last[0].length;
};

/** Of several times the last: until then it counts, or then it is from now on. */
function fillUntil({ shape }: Wanted): Filling | undefined {
  const last = current(shape, ['time']).at(-1);
  return last && { text: last.said, slots: [last] };
}

const CARRIER = /(\p{Script=Han}{2,4}|\b[a-z]{2,12})[\s:]*$/u;
const NUMBER_WORD = /号|number|no|with|tracking|consignment$/u;

/** Who carries a parcel, where that stands right before its number. */
function carrierBefore({ slots, plain }: Shape): string {
  const code = slots.find(({ kind }) => kind === 'code');
  const name = CARRIER.exec(plain.slice(0, code?.start ?? 0))?.[1] ?? '';
  return name === '' || NUMBER_WORD.test(name) ? '' : `${name} `;
}

/** 1号核桃，2号小米: goods with their numbers, where each has one. */
function fillPairs({ shape, language }: Wanted): Filling | undefined {
  const numbers = current(shape, ['item', 'number']);
  const goods = current(shape, ['goods']);
  if (goods.length === 0 || numbers.length !== goods.length) return undefined;
  const ofNumber = ({ kind, value = Number.NaN }: Slot): number => (kind === 'item' ? value : value / 1000);
  const pairs = goods.map((one, i) => ({ one, at: ofNumber(numbers[i] ?? one) }));
  if (!pairs.every(({ at }) => Number.isInteger(at) && at > 0 && at < 100)) return undefined;
  const text =
    language === 'zh'
      ? pairs.map(({ one, at }) => `${at}号${one.said}`).join('，')
      : pairs.map(({ one, at }) => `item ${at} ${one.said}`).join(', ');
  return { text, slots: [...numbers, ...goods] };
}

/** Provinces in the short names that everybody uses. */
function fillProvinces({ shape, language }: Wanted): Filling | undefined {
  const places = current(shape, ['place']);
  const names = [...new Set(places.flatMap(({ provinces = [] }) => provinces.map(shortProvince)))];
  if (names.length === 0 || places.some(({ provinces }) => !provinces)) return undefined;
  return { text: names.join(language === 'zh' ? '、' : ', '), slots: places };
}

const shortProvince = (name: string): string =>
  name
    .replace(/(?:省|市|(?:壮族|回族|维吾尔)?自治区|特别行政区)$/u, '')
    .replace(/\b[a-z]/g, (letter) => letter.toUpperCase());

function fillPlain(kind: SlotKind, isAll: boolean, { shape, language }: Wanted): Filling | undefined {
  const some = distinctBy(current(shape, [kind]));
  const [only, ...others] = some;
  if (!only || (!isAll && others.length > 0)) return undefined;
  if (kind === 'time' && others.length > 0 && !areListed(shape, some)) return undefined;
  const text = some.map((slot) => render(slot, language)).join(language === 'zh' ? '、' : ', ');
  return { text, slots: some };
}

/** Of two goods the one that goes, and the one that comes: the last, where no word tells. */
function fillSwapped(how: '<' | '>', { shape, language, taking, needs }: Wanted): Filling | undefined {
  const all = distinctBy(shape.slots.filter(({ kind }) => kind === 'goods'));
  if (all.length !== needs) return undefined;
  const gone = all.filter((slot) => isBehind(shape, slot, taking.instead));
  const out = gone.length === 1 ? gone[0] : all.length === 2 ? all[0] : undefined;
  const slot = how === '<' ? out : (all.find((one) => one !== out) ?? all[0]);
  return slot && { text: render(slot, language), slots: [slot] };
}

const isBehind = ({ plain }: Shape, { start }: Slot, words: RegExp | undefined): boolean =>
  words !== undefined && new RegExp(`${words.source}[^,，。;；.]{0,3}$`, 'u').test(plain.slice(0, start));

/** 周三起歇到周五 is no list of two days. */
const areListed = ({ plain }: Shape, slots: readonly Slot[]): boolean =>
  slots.every((slot, i) => i === 0 || isList(plain.slice(slots[i - 1]?.end ?? 0, slot.start)));

function render({ kind, text, said, value }: Slot, language: Language): string {
  if (kind === 'item' && value !== undefined) return language === 'zh' ? `${value}号` : `item ${value}`;
  if (kind === 'code' || kind === 'order') return text.toUpperCase();
  return kind === 'goods' || kind === 'person' || kind === 'time' ? said : text;
}

/** Those that still count. */
const current = ({ slots }: Shape, kinds: readonly SlotKind[]): Slot[] =>
  slots.filter(({ kind, isOld }) => kinds.includes(kind) && !isOld);

const distinctBy = (slots: readonly Slot[]): Slot[] => [
  ...new Map(slots.map((slot) => [slot.kind === 'item' ? slot.value : slot.text, slot])).values(),
];
