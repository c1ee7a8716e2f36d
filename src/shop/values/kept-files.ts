import { randomUUID } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';

// What is made of the files of this repository, and would be the same at each start: beside what node keeps of our compiled
// code (src/start.js). A name says what it was made of, so that nothing here is ever out of date. Where it cannot be
// written, it is made anew at each start.

const folder = new URL('../../../node_modules/.cache/walnut/made/', import.meta.url);

export const isKept = (name: string): boolean => existsSync(new URL(name, folder));

export function readKept(name: string): Buffer | undefined {
  try {
    return readFileSync(new URL(name, folder));
  } catch {
    return undefined;
  }
}

/** Another process may do the same, and none ever reads half of it. What else begins with `instead` is removed. */
export function keep(name: string, made: Uint8Array | string, instead?: string): void {
  try {
    mkdirSync(folder, { recursive: true });
    const aside = new URL(`${randomUUID()}.part`, folder);
    writeFileSync(aside, made);
    renameSync(aside, new URL(name, folder));
    const isOld = (other: string) => instead !== undefined && other.startsWith(instead) && other !== name;
    for (const other of readdirSync(folder).filter(isOld)) rmSync(new URL(other, folder), { force: true });
  } catch {
    // A read-only disk.
  }
}
