import { existsSync, globSync, readFileSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path';
import { describe, expect, it } from 'vitest';

const ROOT = join(import.meta.dirname, '..', '..');
const pages = globSync(['*.md', 'docs/**/*.md', 'examples/**/*.md'], { cwd: ROOT });
const LINK = /\]\((?!https?:)([^)\s]+)\)/g;
/** A path in code marks, from the root or from `src`: `src/shop/shop.ts`, `chat/dsl/flow.ts`. */
const PATH =
  /`((?:src|test|data|docs|examples|prisma|web|bench|chat|db|jobs|shop|async|flows|telegram)\/[\w./-]+)`/g;
/** `npm run check:lock`, with or without npm's own options. */
const SCRIPT = /\bnpm run (?:-\S+ )*([a-z][\w:-]*)/g;

const read = (file: string): string => readFileSync(join(ROOT, file), 'utf8');
const found = (text: string, pattern: RegExp): string[] =>
  [...text.matchAll(pattern)].map(([, one = '']) => one);

/** `## What is encrypted` is reached as `#what-is-encrypted`. */
const anchors = (page: string): string[] =>
  found(read(page), /^#+ (.*)$/gm).map((title) =>
    title
      .toLowerCase()
      .replace(/[^\p{L}\p{N}_\- ]/gu, '')
      .replaceAll(' ', '-'),
  );

function leadsSomewhere(page: string, link: string): boolean {
  const [path = '', anchor] = link.split('#');
  const target = path === '' ? page : normalize(join(dirname(page), path));
  if (!existsSync(join(ROOT, target))) return false;
  return !anchor || !target.endsWith('.md') || anchors(target).includes(anchor);
}

describe.each(pages)('%s', (page) => {
  it('says something', () => {
    expect(read(page)).toMatch(/^# \S/m);
  });

  it('links to pages and headings that are there', () => {
    expect(found(read(page), LINK).filter((link) => !leadsSomewhere(page, link))).toEqual([]);
  });

  it('names files that are there', () => {
    const roots = ['', 'src', 'src/bots'];
    const isThere = (path: string) => roots.some((root) => existsSync(join(ROOT, root, path)));
    expect(found(read(page), PATH).filter((path) => !isThere(path))).toEqual([]);
  });

  it('names npm scripts that are there', () => {
    const scripts: object = JSON.parse(read('package.json')).scripts;
    expect(found(read(page), SCRIPT).filter((name) => !(name in scripts))).toEqual([]);
  });
});
