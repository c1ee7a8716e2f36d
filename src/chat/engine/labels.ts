import type { EventBody } from '../dsl/event.ts';
import type { I18n } from '../dsl/i18n.ts';
import type { Screen } from '../dsl/screen.ts';
import type { Session } from '../store/session.ts';

// A button's own words, typed, are that button.

/** Without the picture before it, and without capitals. */
const wordsOf = (label: string): string =>
  label
    .replace(/^[^\p{L}\p{N}]+/u, '')
    .trim()
    .toLowerCase();

/** More buttons than that nobody reads through. */
const MOST = 40;

/** What is written on the buttons of an answer, with what each does; those of before where it has none. */
export function collectLabels(
  i18n: I18n,
  screens: readonly Screen[],
  before: Session['labels'],
): Session['labels'] {
  const labels = screens
    .flatMap(({ buttons = [] }) => buttons.flat())
    .flatMap((button): [string, string][] =>
      'tap' in button ? [[wordsOf(i18n.showPlain(button.label)), button.tap]] : [],
    )
    .filter(([words]) => words.length > 1);
  return labels.length > 0 ? labels.slice(0, MOST) : before;
}

/** The tap that typed words stand for; anything else is itself. */
export function resolveLabel(body: EventBody, { labels = [] }: Session): EventBody {
  if (body.is !== 'text') return body;
  const said = wordsOf(body.text);
  const action = labels.find(([words]) => words === said)?.[1];
  return action === undefined ? body : { is: 'tap', action };
}
