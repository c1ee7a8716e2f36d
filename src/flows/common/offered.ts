import type { OfferedButton } from '../../chat/dsl/flow.ts';
import { readChoice } from '../../nlu/acts/choice.ts';
import { readNth } from '../../nlu/acts/orders/changes/order-change.ts';
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

/** 白的, the golden one: the only one of several buttons in sight that these few words mean. */
export function offeredByWords({ text, offered }: Pick<Turn, 'text' | 'offered'>): string | undefined {
  const choices = offeredChoices(offered);
  const at = readChoice(
    text,
    choices.map(({ label }) => label),
  );
  return at === undefined ? undefined : choices[at]?.action;
}
