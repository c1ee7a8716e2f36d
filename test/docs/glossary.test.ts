import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';

const ROOT = join(import.meta.dirname, '..', '..');
const SRC = join(ROOT, 'src');
const EXPORTED = /^export (?:async )?(?:const|function|class|interface|type) (\w+)/gm;
/** `createOf` says nothing of what a function does; `In` and `Of` behind a name were our habit once. */
const SUFFIX = /[a-z](?:Of|In)$/;

const table = readFileSync(join(ROOT, 'docs', 'glossary.md'), 'utf8').split('## No longer used')[1] ?? '';
const discarded = new Set(
  [...table.matchAll(/^\| ([a-z]+) \|/gm)].map(([, word = '']) => word).filter((word) => word !== 'word'),
);

/** `PacedSender` is made of `paced` and `sender`. */
const wordsIn = (name: string): string[] => name.split(/(?=[A-Z])|_/).map((word) => word.toLowerCase());

function exportedNames(): { file: string; name: string }[] {
  return readdirSync(SRC, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.ts') && !file.startsWith(join('db', 'generated')))
    .flatMap((file) =>
      [...readFileSync(join(SRC, file), 'utf8').matchAll(EXPORTED)].map(([, name = '']) => ({ file, name })),
    );
}

it('finds no exported name that the glossary has discarded', () => {
  expect(discarded.size).toBeGreaterThan(20);
  const old = exportedNames().filter(
    ({ file, name }) =>
      // The rules of today's reader go as a whole when its successor comes.
      !file.startsWith('nlu/rules/') &&
      (SUFFIX.test(name) || wordsIn(name).some((word) => discarded.has(word))),
  );
  expect(old.map(({ file, name }) => `${file}: ${name}`)).toEqual([]);
});
