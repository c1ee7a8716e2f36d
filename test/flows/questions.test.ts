import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { buyerFlows } from '../../src/flows/buyer/flows.ts';
import { sellerFlows } from '../../src/flows/seller/flows.ts';

const source = readdirSync('src/flows', { recursive: true, encoding: 'utf8' })
  .filter((name) => name.endsWith('.ts'))
  .map((name) => readFileSync(join('src/flows', name), 'utf8'))
  .join('\n');

it('every question that a flow asks has a reader of its answer, and every reader has its question', () => {
  const asked = [...source.matchAll(/(?:\bask\(|\bSTEP = )'([\w-]+)'/g)].map(([, step]) => step);
  const read = [...buyerFlows, ...sellerFlows].flatMap(({ answers }) => Object.keys(answers));
  expect([...new Set(read)].sort()).toEqual([...new Set(asked)].sort());
});
