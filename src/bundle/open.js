import { spawnSync } from 'node:child_process';
import { accessSync, constants, mkdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

// Reading and linking 1,500 files one by one is most of what a start takes: they are put together into some few (make.ts),
// which are kept beside what node keeps of our compiled code, until one of the files changes.
// JavaScript like start.js, and for its reason.

const root = fileURLToPath(new URL('../../', import.meta.url));
const folder = join(root, 'node_modules/.cache/walnut/bundle');

/** What a bundle was made of and what it consists of, each file with its stamp. Names count from the repository's root. */
export const manifestFile = join(folder, 'manifest.json');

/** The address of the bundle's entry, made anew where it is not of these sources. Nothing: run the sources, which takes longer. */
export function openBundle() {
  const entry = findKept() ?? makeBundle();
  return entry && pathToFileURL(root + entry).href;
}

/**
 * Size and second of the last change, which is as exact as layers of an image keep it.
 * @param {import('node:fs').Stats} found
 */
export function stamp({ size, mtimeMs }) {
  return `${size} ${Math.floor(mtimeMs / 1000)}`;
}

function findKept() {
  try {
    const { entry, files } = JSON.parse(readFileSync(manifestFile, 'utf8'));
    const isAsItWas = Object.entries(files).every(([name, was]) => stamp(statSync(root + name)) === was);
    return isAsItWas ? entry : undefined;
  } catch {
    // There is none yet, or a part of it is gone.
    return undefined;
  }
}

/** In a process of its own, whose memory goes with it. */
function makeBundle() {
  if (!mayMake()) return undefined;
  const maker = fileURLToPath(new URL('make.ts', import.meta.url));
  const { status, stdout, stderr } = spawnSync(process.execPath, [maker], { encoding: 'utf8' });
  if (status === 0) return stdout;
  process.stderr.write(
    `Each file is read by itself, which takes longer; they could not be bundled:\n${stderr}`,
  );
  return undefined;
}

/** An image has no bundler, and a disk may be for reading alone. */
function mayMake() {
  try {
    import.meta.resolve('rolldown');
    mkdirSync(folder, { recursive: true });
    accessSync(folder, constants.W_OK);
    return true;
  } catch {
    return false;
  }
}
