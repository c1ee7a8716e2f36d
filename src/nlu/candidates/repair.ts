import { findNames } from '../tagger/tags.ts';

/** Longer orders are no slips of the tongue. */
const MOST = 12;

/**
 * Taggings that differ from one by a single change of mind: a name that is not wanted (with its amounts), or an amount
 * that a later one replaces. The tagger rarely has them among its likeliest; the verifier may prefer one.
 */
export function createVariants(tags: readonly string[]): string[][] {
  const names = findNames(tags);
  const amounts = tags.flatMap((tag, i) => (tag === 'QL' || tag === 'QR' ? [i] : []));
  if (names.length + amounts.length > MOST) return [];
  const without =
    names.length > 1
      ? names.map(({ first, last }, n) => dropped(tags, first, last, amountsOf(tags, names, n)))
      : [];
  const replaced = amounts.length > 1 ? amounts.map((i) => dropped(tags, -1, -1, [i])) : [];
  return [...without, ...replaced, ...shorter(tags, names)];
}

/** 粉条粉条, 嗯小米: a name without its first half, or its first or last sign. */
function shorter(tags: readonly string[], names: readonly { first: number; last: number }[]): string[][] {
  return names.flatMap(({ first, last }) => {
    const length = last - first + 1;
    const cuts = length >= 4 && length % 2 === 0 ? [first + length / 2] : [];
    const fronts = length > 2 ? [first + 1, ...cuts] : [];
    const behind = tags.map((tag, i) => (i === last ? 'O' : tag));
    return [
      ...fronts.map((start) =>
        tags.map((tag, i) => (i >= first && i < start ? 'O' : i === start ? 'B' : tag)),
      ),
      ...(length > 2 ? [behind] : []),
    ];
  });
}

function dropped(tags: readonly string[], first: number, last: number, amounts: readonly number[]): string[] {
  return tags.map((tag, i) =>
    i >= first && i <= last && (tag === 'B' || tag === 'I') ? 'O' : amounts.includes(i) ? 'X' : tag,
  );
}

/** The places of the amounts that go to a name. */
function amountsOf(
  tags: readonly string[],
  names: readonly { first: number; last: number }[],
  n: number,
): number[] {
  const [before, name, after] = [names[n - 1], names[n], names[n + 1]];
  return tags.flatMap((tag, i) => {
    const isBehind = tag === 'QL' && i > (name?.last ?? 0) && i < (after?.first ?? tags.length);
    const isBefore = tag === 'QR' && i < (name?.first ?? 0) && i > (before?.last ?? -1);
    return isBehind || isBefore ? [i] : [];
  });
}
