/** @import { ShownMessage } from './types.js' */

import * as api from './api.js';
import { byId } from './dom.js';

/** So many the server gives at a time; fewer means that there are no more. */
const PAGE = 50;
/** Fetches before the reader arrives at the top. */
const AHEAD_PX = 600;
const PAUSE_MS = 3_000;

/**
 * Fetches what was said before, as somebody scrolls up.
 * @param {HTMLElement} scroller
 * @param {() => bigint | undefined} oldest
 * @param {(messages: ShownMessage[]) => Promise<void>} show
 */
export function earlierMessages(scroller, oldest, show) {
  const sign = byId('earlier', HTMLElement);
  let hasMore = false;
  let isFetching = false;

  async function fetchMore() {
    const before = oldest();
    if (!hasMore || isFetching || before === undefined || scroller.scrollTop > AHEAD_PX) return;
    isFetching = true;
    sign.hidden = false;
    try {
      const messages = await api.earlier(String(before));
      hasMore = messages.length === PAGE;
      await show(messages);
    } catch {
      await new Promise((resolve) => setTimeout(resolve, PAUSE_MS));
    } finally {
      isFetching = false;
      sign.hidden = true;
    }
    void fetchMore();
  }
  scroller.addEventListener('scroll', () => void fetchMore(), { passive: true });

  return {
    /** @param {ShownMessage[]} first */
    begin(first) {
      hasMore = first.length === PAGE;
      void fetchMore();
    },
  };
}
