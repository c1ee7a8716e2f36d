import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { messageKeys } from '../src/chat/dsl/i18n.ts';

const source = (folder: string): string =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts') && !name.includes('generated'))
    .map((name) => readFileSync(join(folder, name), 'utf8'))
    .join('\n');

const code = source('src');

/** A key stands in the code as it is, or its beginning stands before a value: `state-${fulfilment}`. */
function isUsed(key: string): boolean {
  if (code.includes(`'${key}'`)) return true;
  const beginnings = [...key.matchAll(/-/g)].map(({ index }) => key.slice(0, index + 1));
  return beginnings.some((beginning) => code.includes(`\`${beginning}\${`));
}

describe('the locale files', () => {
  it('say the same things in both languages', () => {
    expect(messageKeys('en').sort()).toEqual(messageKeys('zh').sort());
  });

  it('say nothing that nobody asks for', () => {
    expect(messageKeys('zh').filter((key) => !isUsed(key))).toEqual([]);
  });

  it('have every word that the code names', () => {
    const named = [...code.matchAll(/\bsay\(\s*'([a-z][\w-]*)'/gi)].map(([, key]) => key ?? '');
    const known = new Set(messageKeys('en'));
    expect([...new Set(named)].filter((key) => !known.has(key))).toEqual([]);
  });
});
