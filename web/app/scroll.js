import { prefersLessMotion } from './dom.js';

/** So near to the end counts as being there. */
const NEAR_PX = 60;
const MARGIN_PX = 12;

/**
 * Keeps the newest message in view for whoever is at the end, and leaves everybody else where they read.
 * @param {HTMLElement} scroller
 * @param {HTMLElement} content
 * @param {(isAtEnd: boolean) => void} onMove
 */
export function keepPlace(scroller, content, onMove) {
  let isAtEnd = true;

  const toEnd = () => {
    scroller.scrollTop = scroller.scrollHeight;
  };
  const measure = () => {
    isAtEnd = scroller.scrollHeight - scroller.scrollTop - scroller.clientHeight < NEAR_PX;
    onMove(isAtEnd);
  };
  scroller.addEventListener('scroll', measure, { passive: true });
  const watcher = new ResizeObserver(() => (isAtEnd ? toEnd() : measure()));
  watcher.observe(scroller);
  watcher.observe(content);

  return {
    isAtEnd: () => isAtEnd,
    /** Goes to the end and stays there. */
    toEnd() {
      isAtEnd = true;
      toEnd();
      onMove(true);
    },
    /**
     * Brings messages into view, as many of those that stand together as fit: their beginning where they are long, and nothing
     * moves where they are seen already.
     * @param {HTMLElement[]} articles
     */
    show(articles) {
      const extent = extentOf(articles);
      if (!extent) return;
      const view = scroller.getBoundingClientRect();
      const { top, bottom } = extent;
      if (top >= view.top && bottom <= view.bottom) return;
      const isLong = bottom - top > view.height;
      const isLast = content.getBoundingClientRect().bottom - bottom < NEAR_PX;
      if (isLast && !isLong) return this.toEnd();
      const by = top < view.top || isLong ? top - view.top - MARGIN_PX : bottom - view.bottom + MARGIN_PX;
      scroller.scrollBy({ top: by, behavior: prefersLessMotion() ? 'instant' : 'smooth' });
    },
    glideToEnd() {
      scroller.scrollTo({ top: scroller.scrollHeight, behavior: prefersLessMotion() ? 'instant' : 'smooth' });
    },
    /**
     * Changes what stands above `line` without moving what is read: the line's own top may lose the name of the day.
     * @param {() => void} change
     * @param {HTMLElement} line
     */
    hold(change, line) {
      const was = line.getBoundingClientRect().bottom;
      change();
      if (!isAtEnd) scroller.scrollTop += line.getBoundingClientRect().bottom - was;
    },
  };
}

/** From the top of the first to the bottom of the last that follows it without a gap. @param {HTMLElement[]} articles */
function extentOf(articles) {
  const [first, ...others] = articles
    .filter(({ isConnected }) => isConnected)
    .map((one) => one.getBoundingClientRect());
  if (!first) return undefined;
  const { top } = first;
  let { bottom } = first;
  for (const next of others) if (next.top >= bottom && next.top - bottom < NEAR_PX) bottom = next.bottom;
  return { top, bottom };
}
