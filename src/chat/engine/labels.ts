import type { EventBody } from '../dsl/event.ts';
import type { I18n } from '../dsl/i18n.ts';
import type { Screen } from '../dsl/screen.ts';
import type { Session } from '../store/session.ts';
import { isKept } from './reply.ts';

// A person may type a button's label instead of tapping it.

/** The label without its emoji, in lower case. */
const wordsOf = (label: string): string =>
  label
    .replace(/^[^\p{L}\p{N}]+/u, '')
    .trim()
    .toLowerCase();

/** The most buttons of an answer whose labels are kept. */
const MOST = 40;

/**
 * The labels of an answer's buttons with their actions; also those of the answer before where that stays open, and
 * those alone where it has none.
 */
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
  if (labels.length === 0) return before;
  const known = new Set(labels.map(([words]) => words));
  const kept = isKept(screens) ? (before ?? []).filter(([words]) => !known.has(words)) : [];
  return [...labels, ...kept].slice(0, MOST);
}

/** Turns a typed label into a tap of its button; other events stay as they are. */
export function resolveLabel(body: EventBody, { labels = [] }: Session): EventBody {
  if (body.is !== 'text') return body;
  const said = wordsOf(body.text);
  const action = labels.find(([words]) => words === said)?.[1];
  return action === undefined ? body : { is: 'tap', action };
}
