import { side } from './side.js';

// What was said and not sent yet, kept on this device over a reload. It goes with everything else of the chat (kept.js).

const CACHE = 'walnut-unsent';
const PREFIX = `/unsent/${side}/`;

/** @typedef {{ key: string, voice: Blob, seconds: number }} UnsentVoice */

/** @param {UnsentVoice} said */
export async function keepVoice({ key, voice, seconds }) {
  const store = await caches.open(CACHE);
  await store.put(PREFIX + key, new Response(voice, { headers: { 'x-seconds': String(seconds) } }));
}

/** @param {string} key */
export const dropVoice = async (key) => (await caches.open(CACHE)).delete(PREFIX + key);

/** What an earlier page left. @returns {Promise<UnsentVoice[]>} */
export async function unsentVoices() {
  if (!('caches' in globalThis)) return [];
  const store = await caches.open(CACHE);
  const paths = (await store.keys()).map(({ url }) => new URL(url).pathname);
  const own = paths.filter((path) => path.startsWith(PREFIX));
  return Promise.all(
    own.map(async (path) => {
      const kept = await store.match(path);
      const seconds = Number(kept?.headers.get('x-seconds') ?? 0);
      return { key: path.slice(PREFIX.length), voice: (await kept?.blob()) ?? new Blob(), seconds };
    }),
  );
}
