import { readFileSync } from 'node:fs';
import { Readable, Writable } from 'node:stream';
import { expect, it } from 'vitest';
import { readCommand } from '../../src/reader/command.ts';
import { type Side, scoreOf } from '../corpus/scoring.ts';
import { cpuMs } from '../support/cpu.ts';

const corpusOf = (side: Side): URL => new URL(`../corpus/${side}.jsonl`, import.meta.url);

// Half a point below the last scores: buyers 99.7, 0.1 and 0.2 percent of 1,217, sellers 98.8, 0.1 and 0.4 of 1,246.
it.each([
  { side: 'buyer', bounds: { messages: 1_200, exact: 0.992, wrong: 0.006, needless: 0.007 } },
  { side: 'seller', bounds: { messages: 1_200, exact: 0.983, wrong: 0.006, needless: 0.009 } },
] as const)(
  'the $side’s corpus is read well, and next to nothing wrong is said as fact',
  ({ side, bounds }) => {
    const { messages, exact, wrong, needless } = scoreOf(side);
    expect(messages).toBeGreaterThanOrEqual(bounds.messages);
    expect(exact).toBeGreaterThanOrEqual(bounds.exact);
    expect(wrong).toBeLessThanOrEqual(bounds.wrong);
    expect(needless).toBeLessThanOrEqual(bounds.needless);
  },
);

it.each(['buyer', 'seller'] as const)(
  'a thousand of the %s’s messages take less than five seconds of the processor',
  async (side) => {
    const messages = readFileSync(corpusOf(side), 'utf8')
      .split('\n')
      .filter(Boolean)
      .map((line) => JSON.parse(line).message);
    const thousand = Array.from({ length: 1_000 }, (_, i) => messages[i % messages.length]);
    const output = new Writable({ write: (_chunk, _encoding, done) => done() });
    const input = Readable.from([`${thousand.join('\n')}\n`]);
    expect(await cpuMs(() => readCommand(['--as', side], input, output))).toBeLessThan(5_000);
  },
);
