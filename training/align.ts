import type { Lexed } from '../src/nlu/lexer/tokens.ts';

/** Places of a name among the tokens: every run that spells it. */
export function placesOf(name: string, { text, tokens }: Lexed): { first: number; last: number }[] {
  const wanted = name.toLowerCase();
  const said = text.said.toLowerCase();
  const places: { first: number; last: number }[] = [];
  for (let at = said.indexOf(wanted); at >= 0 && wanted !== ''; at = said.indexOf(wanted, at + 1)) {
    const first = tokens.findIndex((token) => token.start === at);
    const last = tokens.findIndex((token) => token.end === at + wanted.length);
    if (first >= 0 && last >= first) places.push({ first, last });
  }
  return places;
}

/** Every choice of one from each list, as long as there are at most `most`. */
export function* choices<T>(lists: readonly (readonly T[])[], most = 60_000): Generator<T[]> {
  const total = lists.reduce((product, list) => product * list.length, 1);
  for (let n = 0; n < Math.min(total, most); n += 1) {
    let rest = n;
    yield lists.map((list) => {
      const one = list[rest % list.length];
      rest = Math.floor(rest / list.length);
      return one as T;
    });
  }
}

export function markNames(tags: string[], names: readonly { first: number; last: number }[]): void {
  for (const { first, last } of names)
    for (let i = first; i <= last; i += 1) tags[i] = i === first ? 'B' : 'I';
}
