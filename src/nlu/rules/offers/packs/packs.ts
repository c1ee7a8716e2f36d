import type { Measure } from '../../../../shop/values/quantity.ts';
import { PIECE, type Unit } from '../../lexer/units.ts';
import { type Amount, type Bare, EACH, inUnit, isCue, type Part } from '../part.ts';

/** So much of something, in base units of its measure. */
export interface Content {
  readonly base: number;
  readonly measure: Measure;
}

/** What one container holds, or a pack is named by: `5斤装`, `30枚/箱`, `500g jars`. */
export interface Pack extends Content {
  /** Index of the part that names it. */
  readonly at: number;
  /** The container's word, where one was named. */
  readonly outer: string | undefined;
  /** What is counted inside: 瓶 in 12瓶一箱. */
  readonly inner: string;
}

/** Finds the packs that a message names and adds the places of their parts to `used`. */
export function readPacks(parts: readonly Part[], used: Set<number>): Pack[] {
  const hasMoney = parts.some((part) => part.is === 'money');
  const packs: Pack[] = [];
  for (const [at, part] of parts.entries()) {
    if (used.has(at)) continue;
    const content =
      part.is === 'number' && hasMoney
        ? ({ ...part, ...PIECES, ...inUnit(part.value, PIECE) } as const)
        : part;
    if (content.is !== 'amount' && content.is !== 'number') continue;
    if (!('unit' in content) || content.base === undefined) continue;
    const found = packAt(parts, at, { ...content, is: 'amount' }, used);
    if (!found) continue;
    // 10包/箱, 28/箱: what is in one is known, so this is its price.
    if (part.is === 'number' && packs.some(({ outer }) => outer === found.outer)) continue;
    for (const place of [at, ...found.places]) used.add(place);
    packs.push({
      at,
      base: content.base,
      measure: content.unit.measure,
      outer: found.outer,
      inner: content.name,
    });
  }
  const sized = packs.length === 0 ? sizeOf(parts) : undefined;
  if (!sized) return packs.map((pack) => unpacked(pack, packs));
  used.add(sized.at);
  return [sized];
}

/** 500ml 38元 60瓶, 250ml 58元一瓶: what the price buys is what each of the containers behind it holds. */
function sizeOf(parts: readonly Part[]): Pack | undefined {
  const at = parts.findIndex((part, i) => isSize(part) && isPrice(parts, i + 1));
  const [size, box] = [parts[at], parts.find((part, i) => part.is === 'amount' && i !== at)];
  if (size?.is !== 'amount' || size.base === undefined || box?.is !== 'amount') return undefined;
  if (!box.unit.isContainer || (box.isOne && parts[at + 2] !== box)) return undefined;
  return { at, base: size.base, measure: size.unit.measure, outer: box.name, inner: size.name };
}

const isPrice = (parts: readonly Part[], at: number): boolean =>
  parts[at]?.is === 'money' ||
  (parts[at]?.is === 'number' && parts.filter(({ is }) => is === 'number').length === 1) ||
  (parts[at]?.is === 'stop' && parts[at + 1]?.is === 'money');

const isSize = (part: Part): boolean =>
  part.is === 'amount' && part.unit.measure !== 'COUNT' && !part.isOne && part.base !== undefined;

const PIECES = { unit: PIECE, name: EACH };

/** 12瓶一箱 where a 瓶 holds 500g: a 箱 holds 6,000g. */
function unpacked(pack: Pack, packs: readonly Pack[]): Pack {
  const bottle = packs.find((one) => one !== pack && one.outer === pack.inner && one.inner !== pack.inner);
  return bottle ? { ...pack, base: pack.base * bottle.base, measure: bottle.measure } : pack;
}

interface Found {
  readonly outer: string | undefined;
  readonly places: readonly number[];
}

function packAt(parts: readonly Part[], at: number, content: Amount, used: Set<number>): Found | undefined {
  const [two, one, after, next] = [parts[at - 2], parts[at - 1], parts[at + 1], parts[at + 2]];
  const isNumber = parts[at]?.is === 'number';
  if (after?.is === 'slash' && (holds(next, content) || isSlab(next, content)))
    return { outer: next.name, places: [at + 1, at + 2] };
  const inside = after?.is === 'open' ? next : undefined;
  if (one?.is === 'open' && isOneContainer(two, content)) return { outer: two.name, places: [] };
  if (inside && isOneContainer(inside, content)) return { outer: inside.name, places: [at + 2] };
  const opens = isOneContainer(one, content) && !used.has(at - 1) ? one : undefined;
  const opensTight = opens?.end === content.start;
  if (isCue(after, 'pack') && !isNumber)
    return { outer: undefined, places: opensTight ? [at - 1, at + 1] : [at + 1] };
  // 39.9/bottle 300ml
  if (one?.is === 'unit' && two?.is === 'slash' && opens && content.unit.measure !== 'COUNT' && isEnd(after))
    return { outer: opens.name, places: [] };
  if (after?.is === 'name' && isOneContainer(next, content) && (next.is === 'unit' || isPrice(parts, at + 3)))
    return { outer: next.name, places: [at + 2] };
  if (opens && opensTight) return { outer: opens.name, places: [at - 1] };
  if (isOneContainer(after, content) && !used.has(at + 1) && !isTightBefore(after, next))
    return after.is === 'unit' && isCue(next, 'pack')
      ? { outer: after.name, places: [at + 1, at + 2] }
      : { outer: after.name, places: [at + 1] };
  // 15元5斤，一袋，: said by itself, what the 5斤 come in.
  if (after?.is === 'stop' && isOneContainer(next, content) && isEnd(parts[at + 3]))
    return { outer: next.name, places: [at + 1, at + 2] };
  if (
    holds(two, content) &&
    !used.has(at - 2) &&
    (isCue(one, 'of') || isCue(one, 'pack') || isCue(one, 'has'))
  )
    return { outer: two.name, places: two.is === 'unit' || two.isOne ? [at - 2] : [] };
  if (isNumber) return undefined;
  return after?.is === 'unit' && after.name === EACH ? eachOf(parts, at) : undefined;
}

const isEnd = (part: Part | undefined): boolean => part === undefined || part.is === 'stop';

/** `30 boxes, 10 jin each`: what each of the containers before holds. */
function eachOf(parts: readonly Part[], at: number): Found | undefined {
  const boxes = parts.slice(0, at).findLast((part) => part.is === 'amount' && part.unit.isContainer);
  return boxes?.is === 'amount' ? { outer: boxes.name, places: [at + 1] } : undefined;
}

/** 357克/片: one piece of what is pressed or cut weighs so much. */
const isSlab = (part: Part | undefined, content: Amount): part is Amount | Bare =>
  (part?.is === 'amount' || part?.is === 'unit') &&
  /^[片块支卷条]$/.test(part.name) &&
  content.unit.measure !== 'COUNT';

/** A unit that can hold the content: a container other than the content's own. */
function holds(part: Part | undefined, content: Amount): part is Amount | Bare {
  return (
    (part?.is === 'amount' || part?.is === 'unit') && part.unit.isContainer && part.name !== content.name
  );
}

const isOneContainer = (part: Part | undefined, content: Amount): part is Amount | Bare =>
  holds(part, content) && (part.is === 'unit' || part.isOne);

/** 5斤 一箱20个: the 箱 belongs to what stands right behind it. */
const isTightBefore = (one: Part, next: Part | undefined): boolean =>
  next?.is === 'amount' && next.start === one.end;

/** What so many of a unit are, as far as the packs say it; nothing where a container's content is uncertain. */
export function contentOf(
  base: number,
  unit: Unit,
  name: string,
  packs: readonly Pack[],
  at: number,
): Content | undefined {
  const plain = { base, measure: unit.measure };
  const holding = packs.filter(
    (pack) =>
      pack.inner !== name && (pack.outer === undefined || name === EACH || isSameWord(pack.outer, name)),
  );
  const isInner = packs.some((pack) => pack.inner === name);
  const isNamed = packs.some(({ outer }) => outer === name);
  if (!unit.isContainer && name !== EACH && !isNamed) return plain;
  if (packs.length === 0 || (isInner && holding.length === 0)) return plain;
  const sizes = new Set(holding.map((pack) => pack.base));
  const pack = sizes.size === 1 ? holding[0] : holding.findLast((one) => one.at < at && at - one.at <= NEAR);
  return pack && { base: base * pack.base, measure: pack.measure };
}

/** A 小瓶 is spoken of as 瓶. */
const isSameWord = (one: string, other: string): boolean => one.endsWith(other) || other.endsWith(one);

/** A container means the pack that was named at most so many parts before it: 500克装的剩60包. */
const NEAR = 4;
