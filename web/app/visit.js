import * as api from './api.js';
import { forgetKept } from './kept.js';
import { forgetUnsent } from './outbox.js';
import { unsubscribe } from './push.js';
import { toast } from './toast.js';
import { word } from './words.js';

// Who sits at this page, and how they leave it.

const PAUSE_MS = 1_500;

/** Asks until there is an answer. */
/** @template T @param {() => Promise<T>} ask @returns {Promise<T>} */
export async function insist(ask) {
  for (;;) {
    try {
      return await ask();
    } catch {
      await new Promise((resolve) => setTimeout(resolve, PAUSE_MS));
    }
  }
}

/** The cookie may have run out, or another tab may have become somebody else. @param {string} chat */
export async function checkSession(chat) {
  const session = await api.session().catch(() => undefined);
  if (session && session.chat !== chat) await beginAnew();
}

/** Somebody else may sit here next: nothing of the old chat stays on the page. */
export async function logOut() {
  try {
    await api.logOut();
  } catch {
    return toast(word('tap-lost'));
  }
  forgetUnsent();
  await unsubscribe().catch(() => {});
  await beginAnew();
}

/** What was kept of another's chat is nobody's to read here. */
export async function beginAnew() {
  await forgetKept();
  location.reload();
}
