/** A turn takes some milliseconds; dots that come and go at once would only flicker. */
const SHOW_AFTER_MS = 150;
/** What was lost with a connection is not awaited for ever. */
const LONGEST_MS = 20_000;

/**
 * Shows that the shop is at work, from the sending of an event until its turn is done.
 * @param {object} shows
 * @param {(isBusy: boolean) => void} shows.showBusy at once: for those who do not look
 * @param {(isTyping: boolean) => void} shows.showDots where it takes a moment
 */
export function typingSign({ showBusy, showDots }) {
  /** @type {Map<string, number>} */
  const running = new Map();
  let shownSoon = 0;

  /** @param {string} key */
  function end(key) {
    clearTimeout(running.get(key));
    running.delete(key);
    if (running.size > 0) return;
    clearTimeout(shownSoon);
    showDots(false);
    showBusy(false);
  }

  return {
    /** @param {string} key */
    begin(key) {
      if (running.has(key)) return;
      if (running.size === 0) shownSoon = window.setTimeout(() => showDots(true), SHOW_AFTER_MS);
      running.set(
        key,
        window.setTimeout(() => end(key), LONGEST_MS),
      );
      showBusy(true);
    },
    end,
    isBusy: () => running.size > 0,
  };
}
