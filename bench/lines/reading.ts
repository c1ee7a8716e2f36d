import { readFileSync } from 'node:fs';
import { readBuyer, readSeller } from '../../src/nlu/read.ts';
import { type Line, median, perSecond, type Row, repeat, short } from '../harness/line.ts';

const GOAL_PER_SECOND = 1_000;
/** More than are kept from one time to the next (nlu/kept-readings.ts), so that each is read. */
const MESSAGES = 2_000;

const sides = [
  ['buyer', readBuyer],
  ['seller', readSeller],
] as const;

/** Messages of the corpus that one processor reads in a second, when what was learned is loaded. */
export const reading: Line = {
  name: 'reading',
  async measure(rounds) {
    return Promise.all(
      sides.map(async ([side, read]): Promise<Row> => {
        const messages = messagesOf(side);
        readAll(read, messages);
        const speed = median(await repeat(rounds, async () => readAll(read, messages)));
        return {
          ...{ what: `messages of a ${side}`, goal: `≥ ${perSecond(GOAL_PER_SECOND)}`, beside: '' },
          ...{ walnut: perSecond(speed), ratio: short(speed / GOAL_PER_SECOND) },
        };
      }),
    );
  },
};

function messagesOf(side: string): string[] {
  const lines = readFileSync(new URL(`../../test/corpus/${side}.jsonl`, import.meta.url), 'utf8').split('\n');
  const all = lines.filter(Boolean).map((line): string => JSON.parse(line).message);
  return Array.from({ length: MESSAGES }, (_, i) => all[i % all.length] ?? '');
}

/** Messages a second of this thread's time: whoever else is at the machine does not count. */
function readAll(read: (message: string) => unknown, messages: readonly string[]): number {
  const before = process.threadCpuUsage();
  for (const message of messages) read(message);
  const { user, system } = process.threadCpuUsage(before);
  return messages.length / ((user + system) / 1_000_000);
}
