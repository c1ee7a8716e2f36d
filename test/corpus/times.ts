import { readFileSync } from 'node:fs';
import { parseDateTime } from '../../src/nlu/datetime.ts';
import type { Part, PartScore } from './parts.ts';

/** Words about when a stream will be, the moment they name, and others that are fine; null is to be asked. */
interface Entry {
  readonly now: string;
  readonly text: string;
  readonly timeZone: string;
  readonly expect: string | null;
  readonly accept?: readonly (string | null)[];
  readonly part: Part;
}

/** Reads every time of one part of the corpus. A question is exact where a question is right. */
export function scoreTimes(part: Part | undefined): PartScore {
  const corpus = readFileSync(new URL('times.jsonl', import.meta.url), 'utf8');
  const entries: Entry[] = corpus
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line));
  const judged = entries.filter((one) => part === undefined || one.part === part).map(judge);
  const share = (of: (one: ReturnType<typeof judge>) => boolean): number =>
    judged.filter(of).length / judged.length;
  return {
    messages: judged.length,
    exact: share((one) => one.isExact),
    wrong: share((one) => one.isWrong),
    misses: judged.filter((one) => !one.isExact),
  };
}

function judge({ now, text, timeZone, expect, accept = [] }: Entry) {
  const { at, ask } = parseDateTime(text, { now: new Date(now), timeZone });
  const moment = ask ? null : (at?.getTime() ?? null);
  const fits = [expect, ...accept].map((one) => (one === null ? null : Date.parse(one)));
  const isExact = fits.includes(moment);
  return {
    message: `${now} ${text}`,
    expected: [expect, ...accept],
    got: { at, ask },
    isExact,
    isWrong: !isExact && moment !== null,
  };
}
