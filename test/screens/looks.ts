import axe from 'axe-core';
import type { Page } from 'playwright-core';

// What of a page keeps somebody out, or looks as if nobody had looked at it.

/** Everything that is on the page, or the newest messages alone. */
type Part = 'all' | 'newest';

/** Serious findings of axe, in light and in dark. */
export async function findBarriers(page: Page, part: Part = 'newest'): Promise<string[]> {
  const found: string[] = [];
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme });
    if (!(await page.evaluate(() => 'axe' in globalThis))) await page.evaluate(axe.source);
    const violations = await page.evaluate(findViolations, { part, colorScheme });
    found.push(...violations.map((one) => `${colorScheme}: ${one}`));
  }
  return found;
}

/** Runs in the page. In the dark other colours are all that differs. */
async function findViolations({ part, colorScheme }: { part: Part; colorScheme: string }) {
  // A menu that still rises is paler than it is going to be.
  const moving = document
    .getAnimations()
    .filter(({ effect }) => effect?.getComputedTiming().endTime !== Infinity);
  await Promise.allSettled(moving.map(({ finished }) => finished));
  const { axe: here } = globalThis as unknown as { axe: typeof axe };
  const newest = [...document.querySelectorAll('.message')].slice(-3);
  const { violations } = await here.run(part === 'all' || newest.length === 0 ? document : newest, {
    resultTypes: ['violations'],
    ...(colorScheme === 'dark' && { runOnly: { type: 'rule', values: ['color-contrast'] } }),
  });
  return violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 120)).join(' | ')}`);
}

/** Texts below 14 px. */
export const findSmallTexts = (page: Page): Promise<string[]> =>
  page.evaluate(() => {
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    const small: string[] = [];
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const parent = node.parentElement;
      if (!parent || !node.textContent?.trim() || parent.closest('script, style, noscript')) continue;
      const size = Number.parseFloat(getComputedStyle(parent).fontSize);
      if (size < 14) small.push(`${size}px: ${node.textContent.trim().slice(0, 40)}`);
    }
    return small;
  });

/** Buttons whose picture stands in a line of its own, or whose words are cut off. */
export const findUglyKeys = (page: Page): Promise<string[]> =>
  page.evaluate(() => {
    const boxOf = (node: Node): DOMRect => {
      const range = document.createRange();
      range.selectNodeContents(node);
      return range.getClientRects()[0] ?? range.getBoundingClientRect();
    };
    return [...document.querySelectorAll('.key')].flatMap((key) => {
      const picture = key.querySelector('[aria-hidden]');
      const words = picture?.nextSibling;
      const isAlone = picture && words?.textContent && boxOf(picture).bottom <= boxOf(words).top;
      const isCut = key.scrollWidth > key.clientWidth + 1;
      return isAlone || isCut ? [`${isCut ? 'cut' : 'a picture alone'}: ${key.textContent}`] : [];
    });
  });
