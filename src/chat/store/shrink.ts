import { fork } from 'node:child_process';
import { hash } from 'node:crypto';
import { fileURLToPath } from 'node:url';
import { createConcurrencyLimit } from '../../async/concurrency-limit.ts';
import { sniffKind } from './sniff.ts';

export interface Picture {
  readonly bytes: Uint8Array<ArrayBuffer>;
  readonly width: number;
  readonly height: number;
}

/** Why a file cannot be used as a photo; `photo-busy`: it may be later. */
export type PhotoRefusal = 'photo-heic' | 'not-a-picture' | 'too-large' | 'photo-busy';

export type Shrunk =
  | { readonly ok: true; readonly picture: Picture }
  | { readonly ok: false; readonly why: PhotoRefusal };

/** What the process that opens a picture is given, and what it answers. */
export interface ShrinkOrder {
  readonly bytes: Uint8Array;
  readonly memoryBytes: number;
}
export type ShrinkAnswer = Shrunk;

/** What opening one picture may cost. */
export interface ShrinkBounds {
  readonly ms: number;
  readonly memoryBytes: number;
}

/** Measured: a phone's 50-megapixel photo takes half a second and at most 260 MB; the rest is for a busy machine. */
const BOUNDS: ShrinkBounds = { ms: 15_000, memoryBytes: 500_000_000 };
/** As many are opened side by side in one Walnut process, and as many more wait. */
const AT_ONCE = 2;
const WAITING = 40;

/** As many of the last photos are kept as they came out, 400 KB each at most. */
const KEPT = 12;

const CHILD = fileURLToPath(new URL('./shrink.child.js', import.meta.url));
const opening = createConcurrencyLimit(AT_ONCE, WAITING);
/** By the hash of what was opened, the newest last. */
const kept = new Map<string, Shrunk>();

/**
 * A photo upright, without its hidden data (place, camera), as a JPEG that a phone loads quickly. The same photo comes
 * again, for another product or because its job is tried again: it is opened once.
 */
export async function shrinkPhoto(bytes: Uint8Array): Promise<Shrunk> {
  const key = hash('sha256', bytes);
  const shrunk = kept.get(key) ?? (await openPhoto(bytes, BOUNDS));
  if (shrunk.ok) keep(key, shrunk);
  return shrunk;
}

function keep(key: string, shrunk: Shrunk): void {
  kept.delete(key);
  kept.set(key, shrunk);
  for (const oldest of kept.keys()) {
    if (kept.size <= KEPT) return;
    kept.delete(oldest);
  }
}

/**
 * A stranger's file is opened in a process of its own, which ends with it: it can take neither our time nor our memory, and
 * knows no secret.
 */
export async function openPhoto(bytes: Uint8Array, bounds: ShrinkBounds): Promise<Shrunk> {
  const kind = sniffKind(bytes);
  if (kind === 'heic') return { ok: false, why: 'photo-heic' };
  if (kind === 'other') return { ok: false, why: 'not-a-picture' };
  const shrunk = await opening.run(() => shrinkApart(bytes, bounds));
  return shrunk ?? { ok: false, why: 'photo-busy' };
}

/** A picture that we drew ourselves, as a photo. Throws where that cannot be done now. */
export async function shrinkDrawn(png: Uint8Array): Promise<Picture> {
  const shrunk = await shrinkPhoto(png);
  if (!shrunk.ok) throw new Error(`a picture of ours cannot be kept: ${shrunk.why}`);
  return shrunk.picture;
}

function shrinkApart(bytes: Uint8Array, { ms, memoryBytes }: ShrinkBounds): Promise<Shrunk> {
  const child = fork(CHILD, {
    serialization: 'advanced',
    env: {},
    execArgv: ['--max-old-space-size=128'],
    stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
    timeout: ms,
    killSignal: 'SIGKILL',
  });
  const { promise, resolve, reject } = Promise.withResolvers<Shrunk>();
  child.once('message', (answer) => resolve(answer as ShrinkAnswer));
  child.on('error', reject);
  // Without an answer: it took too long, too much memory, or broke on the picture. (`exit` may come before the answer.)
  child.once('close', () => resolve({ ok: false, why: 'not-a-picture' }));
  child.send({ bytes, memoryBytes } satisfies ShrinkOrder, (error) => error && child.kill('SIGKILL'));
  return promise;
}
