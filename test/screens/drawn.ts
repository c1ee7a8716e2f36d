import type { Browser } from 'playwright-core';
import type { SeenScreen } from './crawl.ts';
import { findBarriers, findSmallTexts, findUglyKeys } from './looks.ts';
import { routeOf } from './routes.ts';
import { type Language, openVisitor } from './visitor.ts';

/** The server gives a page so many at a time. */
const PAGE = 50;
const FROM = Date.UTC(2026, 0, 1);

/** A screen as the server gives it to the page. */
const shownMessage = ({ body }: SeenScreen, place: number) => ({
  ...body,
  ...{ id: `drawn-${place}`, seq: String(place), place: String(place), mine: false },
  at: new Date(FROM + place * 60_000).toISOString(),
});

/** What of a screen can be seen: a button looks the same whichever order or product it leads to. */
const lookOf = ({ body }: SeenScreen): string =>
  JSON.stringify(body, (name, value) => (name === 'tap' ? routeOf(value) : value));

/** Has the page draw `screens` with all their buttons, and looks at them in light and in dark. */
export async function findUgly(
  browser: Browser,
  url: string,
  screens: readonly SeenScreen[],
  language: Language,
): Promise<string[]> {
  const who = await openVisitor(browser, url, language);
  const different = [...new Map(screens.map((screen) => [lookOf(screen), screen])).values()];
  const found: string[] = [];
  let messages: ReturnType<typeof shownMessage>[] = [];
  await who.page.route('**/opening*', async (route) => {
    const response = await route.fetch();
    return route.fulfill({ response, json: { ...(await response.json()), messages } });
  });
  await who.page.route('**/stream?*', () => undefined);
  await who.page.route('**/history?*', (route) => route.fulfill({ json: [] }));
  for (let from = 0; from < different.length; from += PAGE) {
    messages = different.slice(from, from + PAGE).map((screen, i) => shownMessage(screen, from + i + 1));
    await who.page.reload();
    await who.page
      .locator('.message')
      .nth(messages.length - 1)
      .waitFor({ state: 'attached' });
    await who.page.addStyleTag({ content: '.group { content-visibility: visible !important }' });
    await who.page.evaluate(() => {
      for (const opener of document.querySelectorAll<HTMLElement>('.opener')) opener.click();
    });
    found.push(
      ...(await findUglyKeys(who.page)),
      ...(await findSmallTexts(who.page)),
      ...(await findBarriers(who.page, 'all')),
    );
  }
  await who.context.close();
  return found;
}
