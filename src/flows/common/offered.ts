import type { OfferedButton } from '../../chat/dsl/flow.ts';
import { readNth } from '../../nlu/acts/order-change.ts';
import type { Turn } from '../flow.ts';

// The buttons that are in sight, pressed by other words than their own.

const routeOf = ({ action }: OfferedButton): string | undefined => action.split('/')[0];

/** Amounts of one thing, and ways it may travel: "the second" is none of them. */
const noChoices: ReadonlySet<string | undefined> = new Set(['add', 'way', 'set']);

/** The things to choose among: the first buttons in sight of which several do the same. */
export function offeredChoices(offered: readonly OfferedButton[]): readonly OfferedButton[] {
  const groups = Map.groupBy(offered, routeOf);
  const several = [...groups].find(([route, buttons]) => buttons.length > 1 && !noChoices.has(route));
  return several?.[1] ?? [];
}

/** 第二个, the last one please: the action of the button that is meant. */
export function nthOffered({ text, offered }: Pick<Turn, 'text' | 'offered'>): string | undefined {
  const nth = readNth(text);
  return nth === undefined ? undefined : offeredChoices(offered).at(nth > 0 ? nth - 1 : nth)?.action;
}

/** The one button in sight that does this: nothing where two would, for different things. */
export function findOffered({ offered }: Pick<Turn, 'offered'>, route: string): string | undefined {
  const actions = new Set(offered.filter((one) => routeOf(one) === route).map(({ action }) => action));
  const [only] = actions.size === 1 ? actions : [];
  return only;
}

const SIGNS = /[\s,，。.!！?？吧的那个这个是要就选了啊呢]|\b(?:the|one|that|this|it|is|please|i|mean)\b/giu;

/** 白的, the golden one: the only one of several buttons in sight whose label holds these few words. */
export function offeredByWords({ text, offered }: Pick<Turn, 'text' | 'offered'>): string | undefined {
  const words = text.toLowerCase().replace(SIGNS, '');
  if (words === '' || /^\d+$/.test(words) || text.length > MOST_SIGNS) return undefined;
  const named = offeredChoices(offered).filter(({ label }) =>
    label.toLowerCase().replace(/\s/g, '').includes(words),
  );
  const [only, ...others] = named;
  return others.length === 0 ? only?.action : undefined;
}

/** Longer than that says something of its own. */
const MOST_SIGNS = 20;
