import type { SeenMessage } from './telegram/phone.ts';

/** A message with a button whose label says this: lists say on their buttons what they are of. */
export const offers =
  (label: string) =>
  ({ buttons }: SeenMessage): boolean =>
    buttons.flat().some((button) => button.label.includes(label));
