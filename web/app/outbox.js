/** @import { EventBody } from './types.js' */

import { Unanswered } from './api.js';

/** A tap or command that could not be sent for so long is let go: it would surprise later. */
const TAP_MS = 30_000;
/** What people made themselves. */
const WORDS = ['text', 'photos', 'voice'];
const FIRST_PAUSE_MS = 1_000;
const LONGEST_PAUSE_MS = 30_000;

/**
 * An event on its way. Its key is made here once, so that sending it again is the same event. `prepare` makes the body
 * where that takes the network too.
 * @typedef {object} Entry
 * @property {string} key
 * @property {number} at
 * @property {EventBody} [body]
 * @property {() => Promise<EventBody>} [prepare]
 */

/** What was written and not sent is nobody else's to send. */
export function forgetUnsent() {
  try {
    for (const name of Object.keys(localStorage))
      if (name.startsWith('walnut.')) localStorage.removeItem(name);
  } catch {
    // A browser that keeps nothing has nothing to forget.
  }
}

/**
 * Sends events one after the other, in order, until the server has taken each; what people wrote is kept over a reload.
 * @param {string} side
 * @param {object} does
 * @param {() => boolean} does.mayPost what is written before the shop has said who sits here waits for `retry`
 * @param {(key: string, body: EventBody) => Promise<unknown>} does.post
 * @param {(entry: Entry) => void} does.onSending
 * @param {(entry: Entry) => void} does.onSent
 * @param {(entry: Entry) => void} does.onTrouble it is tried again by itself
 * @param {(entry: Entry, code: string) => void} does.onRefused it is not tried again
 * @param {() => Promise<void>} does.onStranger
 */
export function openOutbox(side, { mayPost, post, onSending, onSent, onTrouble, onRefused, onStranger }) {
  const shelf = shelfOf(`walnut.${side}.`);
  const entries = shelf.all();
  let isSending = false;
  let failures = 0;
  let timer = 0;

  async function pump() {
    clearTimeout(timer);
    if (isSending || !mayPost()) return;
    isSending = true;
    try {
      while (entries[0] && (await attempt(entries[0])));
    } finally {
      isSending = false;
    }
  }

  /** @param {Entry} entry whether the next one may go */
  async function attempt(entry) {
    if (isLate(entry)) return end(entry, () => onRefused(entry, 'tap-lost'));
    try {
      onSending(entry);
      if (!entry.body && entry.prepare) shelf.keep(Object.assign(entry, { body: await entry.prepare() }));
      if (entry.body) await post(entry.key, entry.body);
      failures = 0;
      return end(entry, () => onSent(entry));
    } catch (error) {
      if (!(error instanceof Unanswered)) throw error;
      return failed(entry, error);
    }
  }

  /**
   * @param {Entry} entry
   * @param {Unanswered} error
   */
  async function failed(entry, error) {
    if (error.why === 'refused') return end(entry, () => onRefused(entry, error.code));
    if (error.why === 'stranger') await onStranger();
    if (error.why !== 'busy') onTrouble(entry);
    const pause = Math.min(LONGEST_PAUSE_MS, FIRST_PAUSE_MS * 2 ** failures);
    failures += 1;
    timer = window.setTimeout(pump, error.afterMs || pause);
    return false;
  }

  /**
   * @param {Entry} entry
   * @param {() => void} tell
   */
  function end(entry, tell) {
    entries.splice(entries.indexOf(entry), 1);
    shelf.drop(entry.key);
    tell();
    return true;
  }

  addEventListener('online', () => void pump());

  return {
    /** What an earlier page left unsent. */
    left: [...entries],
    /** Tries now. */
    retry: () => void pump(),
    /** @param {Omit<Entry, 'key' | 'at'> & { key?: string }} what */
    put(what) {
      const entry = { ...what, key: what.key ?? newKey(), at: Date.now() };
      entries.push(entry);
      if (entry.body) shelf.keep(entry);
      void pump();
      return entry.key;
    },
  };
}

/** A UUID; `randomUUID` itself is there on https and localhost alone. */
export function newKey() {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  bytes[6] = ((bytes[6] ?? 0) & 0x0f) | 0x40;
  bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80;
  const hex = Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
}

/** @param {Entry} entry */
const isWords = ({ body, prepare }) =>
  prepare !== undefined || (body !== undefined && WORDS.includes(body.is));

/** @param {Entry} entry */
const isLate = (entry) => !isWords(entry) && Date.now() - entry.at > TAP_MS;

/**
 * Local storage, one item an entry, so that two tabs do not write over each other. Where it is not to be had, nothing is kept.
 * @param {string} prefix
 */
function shelfOf(prefix) {
  /** @template T @param {() => T} act @param {T} otherwise */
  const attempt = (act, otherwise) => {
    try {
      return act();
    } catch {
      return otherwise;
    }
  };
  const all = () =>
    Object.keys(localStorage)
      .filter((name) => name.startsWith(prefix))
      .map((name) => /** @type {Entry} */ (JSON.parse(localStorage.getItem(name) ?? '')))
      .sort((one, other) => one.at - other.at);

  return {
    all: () => attempt(all, []),
    /** @param {Entry} entry */
    keep({ key, at, body }) {
      if (!isWords({ key, at, ...(body && { body }) })) return;
      attempt(() => localStorage.setItem(prefix + key, JSON.stringify({ key, at, body })), undefined);
    },
    /** @param {string} key */
    drop: (key) => attempt(() => localStorage.removeItem(prefix + key), undefined),
  };
}
