import { readFileSync } from 'node:fs';
import { Readable, Writable } from 'node:stream';
import { expect, it } from 'vitest';
import { readCommand } from '../../src/reader/command.ts';
import { type Side, scoreOf } from '../corpus/scoring.ts';

const corpusOf = (side: Side): URL => new URL(`../corpus/${side}.jsonl`, import.meta.url);

it.each(['buyer', 'seller'] as const)(
  'the %s’s corpus is read well, and next to nothing wrong is said as fact',
  (side) => {
    const { messages, exact, wrong, needless } = scoreOf(side);
    expect(messages).toBeGreaterThanOrEqual(300);
    expect(exact).toBeGreaterThanOrEqual(0.9);
    expect(wrong).toBeLessThanOrEqual(0.01);
    expect(needless).toBeLessThanOrEqual(0.05);
  },
);

it.each(['buyer', 'seller'] as const)(
  'a thousand of the %s’s messages take less than five seconds',
  async (side) => {
    const messages = readFileSync(corpusOf(side), 'utf8')
      .split('\n')
      .filter(Boolean)
      .map((line) => JSON.parse(line).message);
    const thousand = Array.from({ length: 1_000 }, (_, i) => messages[i % messages.length]);
    const output = new Writable({ write: (_chunk, _encoding, done) => done() });
    const before = performance.now();
    await readCommand(['--as', side], Readable.from([`${thousand.join('\n')}\n`]), output);
    expect(performance.now() - before).toBeLessThan(5_000);
  },
);
