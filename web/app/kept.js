/** @import { Config, Session, ShownMessage } from './types.js' */

import { side } from './side.js';

// The newest messages, kept on this device: what a page shows before the shop answers, or where it cannot be reached.

/** Of a chat, enough for the last weeks. */
const MOST = 300;
/** Several messages of an answer are written once. */
const WRITE_MS = 800;
const CACHE = 'walnut-history';
const address = `/kept/${side}`;

/** @typedef {{ session: Session, config?: Config, messages: ShownMessage[] }} Kept */

/** Browsers have a cache on https and on this very machine alone. */
const canKeep = 'caches' in globalThis;

/** @returns {Promise<Kept | undefined>} */
export async function readKept() {
  if (!canKeep) return undefined;
  const found = await caches.match(address, { cacheName: CACHE }).catch(() => undefined);
  return found?.json().catch(() => undefined);
}

/** Pages and pictures of theirs go with the words. */
export async function forgetKept() {
  if (!canKeep) return;
  for (const name of await caches.keys()) if (name.startsWith('walnut-')) await caches.delete(name);
}

/** Keeps a chat's newest messages, a moment after each change. */
export function keeper() {
  /** @type {Map<string, ShownMessage>} */
  const messages = new Map();
  /** @type {Omit<Kept, 'messages'> | undefined} */
  let about;
  let timer = 0;

  async function write() {
    if (!about || !canKeep) return;
    const body = JSON.stringify({ ...about, messages: newest() });
    const store = await caches.open(CACHE);
    await store.put(address, new Response(body, { headers: { 'content-type': 'application/json' } }));
  }
  const soon = () => {
    clearTimeout(timer);
    timer = window.setTimeout(() => void write().catch(() => undefined), WRITE_MS);
  };
  const newest = () => {
    const all = [...messages.values()].sort((one, other) => Number(BigInt(one.place) - BigInt(other.place)));
    for (const { place } of all.slice(0, -MOST)) messages.delete(place);
    return all.slice(-MOST);
  };

  return {
    /** @param {Omit<Kept, 'messages'>} what whose messages these are */
    of({ session, config }) {
      about = { session, ...(config && { config }) };
      soon();
    },
    /** @param {ShownMessage} message */
    keep(message) {
      const known = messages.get(message.place);
      if (known && BigInt(known.seq) > BigInt(message.seq)) return;
      messages.set(message.place, message);
      soon();
    },
  };
}
