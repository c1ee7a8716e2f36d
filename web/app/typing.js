/** A turn takes some milliseconds; dots that come and go at once would only flicker. */
const SHOW_AFTER_MS = 150;
/** What was lost with a connection is not awaited for ever. */
const LONGEST_MS = 20_000;

/**
 * Shows that the shop is at work, from the sending of an event until its turn is done.
 * @param {(isTyping: boolean) => void} show
 */
export function typingSign(show) {
  /** @type {Map<string, number>} */
  const running = new Map();
  let shownSoon = 0;

  /** @param {string} key */
  function end(key) {
    clearTimeout(running.get(key));
    running.delete(key);
    if (running.size > 0) return;
    clearTimeout(shownSoon);
    show(false);
  }

  return {
    /** @param {string} key */
    begin(key) {
      if (running.has(key)) return;
      if (running.size === 0) shownSoon = window.setTimeout(() => show(true), SHOW_AFTER_MS);
      running.set(
        key,
        window.setTimeout(() => end(key), LONGEST_MS),
      );
    },
    end,
  };
}
