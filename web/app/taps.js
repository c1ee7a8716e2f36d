/** What a tap of this page was answered with, and the button whose turn is running, by the event's key. */

/**
 * @typedef {object} Tap
 * @property {HTMLElement} button
 * @property {HTMLElement[]} answers
 */

/**
 * Taps on the buttons of messages: each is sent once, and its answer comes into view wherever it stands.
 * @param {object} does
 * @param {(action: string, message: string) => string} does.send answers the event's key
 * @param {(article: Element) => string | undefined} does.idOf
 * @param {(articles: HTMLElement[]) => void} does.show
 */
export function tapping({ send, idOf, show }) {
  /** @type {Map<string, Tap>} */
  const taps = new Map();

  return {
    /** @param {HTMLButtonElement} button @param {Element} article */
    tap(button, article) {
      const action = button.dataset.tap;
      const message = idOf(article);
      if (!action || !message || button.classList.contains('is-pressed')) return;
      button.classList.add('is-pressed');
      button.setAttribute('aria-busy', 'true');
      taps.set(send(action, message), { button, answers: [] });
    },
    /** A message that came while turns run answers them. @param {HTMLElement} article */
    noteAnswer(article) {
      for (const { answers } of taps.values()) answers.push(article);
    },
    /** Lets the button go; true if the event was a tap of this page. @param {string} key */
    release(key) {
      const tap = taps.get(key);
      tap?.button.classList.remove('is-pressed');
      tap?.button.removeAttribute('aria-busy');
      if (tap) show(tap.answers);
      return taps.delete(key);
    },
  };
}
