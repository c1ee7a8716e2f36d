/** @import { Config, EventBody, Opening, Session, ShownMessage } from './types.js' */

import { side } from './side.js';

const base = `/api/${side}`;

/** How long an answer may take before we call the network dead. */
const PATIENCE_MS = 15_000;
const UPLOAD_PATIENCE_MS = 120_000;

/**
 * How a request ended that did not succeed: `unreached` and `busy` are worth another try, `refused` is not, and after
 * `stranger` the page has to ask again who it is.
 */
export class Unanswered extends Error {
  /**
   * @param {'unreached' | 'busy' | 'refused' | 'stranger'} why
   * @param {{ afterMs?: number, code?: string }} [more]
   */
  constructor(why, { afterMs = 0, code = '' } = {}) {
    super(code || why);
    this.why = why;
    this.afterMs = afterMs;
    this.code = code;
  }
}

/** @returns {Promise<Config>} */
export const config = () => call('/api/config');

/**
 * All that a page begins with; greets whoever is new.
 * @param {string} start what a link leads to, if anything
 * @returns {Promise<Opening>}
 */
export const opening = (start) => call(`${base}/opening${start && `?start=${start}`}`);

/** @returns {Promise<Session>} */
export const session = () => call(`${base}/session`);

/**
 * @param {string} before the place of the oldest message that is known
 * @returns {Promise<ShownMessage[]>}
 */
export const earlier = (before) => call(`${base}/history?before=${before}`);

/**
 * @param {string} chat
 * @param {string} key
 * @param {EventBody} body
 */
export const post = (chat, key, body) =>
  call(`${base}/events`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ key, chat, body }),
  });

/** The shop's key for push services, and whether this browser is told. @returns {Promise<{ key: string, isOn: boolean }>} */
export const pushState = () => call(`${base}/push`);

/** @param {PushSubscriptionJSON} subscription */
export const pushOn = (subscription) =>
  call(`${base}/push`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(subscription),
  });

export const pushOff = () => call(`${base}/push/off`, { method: 'POST' });

/** Ends this browser's session, on every tab; the next visit is somebody new. */
export const logOut = () => call('/api/logout', { method: 'POST' });

/**
 * @param {Blob} photo
 * @returns {Promise<string>} what a `photos` event takes as a file
 */
export async function upload(photo) {
  const form = new FormData();
  form.append('photo', photo, 'photo.jpg');
  const { media } = await call(`${base}/photos`, { method: 'POST', body: form }, UPLOAD_PATIENCE_MS);
  return media[0];
}

/**
 * @param {Blob} voice
 * @returns {Promise<string>} what a `voice` event takes as its recording
 */
export async function uploadVoice(voice) {
  const form = new FormData();
  form.append('voice', voice, 'voice');
  const { recording } = await call(`${base}/voice`, { method: 'POST', body: form }, UPLOAD_PATIENCE_MS);
  return recording;
}

/**
 * @param {string} chat
 * @param {string} [after] the number of the newest message that is known
 */
export const streamUrl = (chat, after) => `${base}/stream?chat=${chat}${after ? `&after=${after}` : ''}`;

/** @param {string} media */
export const photoUrl = (media) => `/api/media/${media}`;

/** @param {string} file */
export const fileUrl = (file) => `${base}/files/${file}`;

/**
 * @param {string} url
 * @param {RequestInit} [init]
 * @param {number} [patienceMs]
 */
async function call(url, init, patienceMs = PATIENCE_MS) {
  const response = await fetch(url, { ...init, signal: AbortSignal.timeout(patienceMs) }).catch(() => {
    throw new Unanswered('unreached');
  });
  if (response.status === 204) return undefined;
  if (response.ok) return response.json().catch(() => fail('unreached'));
  const code = await response.json().then(
    (body) => String(body.error),
    () => '',
  );
  if (response.status === 429) {
    return fail('busy', { afterMs: Number(response.headers.get('retry-after') ?? 1) * 1_000, code });
  }
  if (response.status === 401 || response.status === 409) return fail('stranger', { code });
  return fail(response.status >= 500 ? 'unreached' : 'refused', { code: code || String(response.status) });
}

/**
 * @param {'unreached' | 'busy' | 'refused' | 'stranger'} why
 * @param {{ afterMs?: number, code?: string }} [more]
 * @returns {never}
 */
function fail(why, more) {
  throw new Unanswered(why, more);
}
