/** Buttons that end or erase something, or change the language under a walk: it leaves them out. */
export const LEFT_OUT =
  /^(language\/|forget|device|devices-end|discard|empty|ban\/|operator-drop|member-drop|helper-drop|household-closed\/|unban-yes\/)/;

/** What a button does, without the ids in it: `order/…`. */
export const routeOf = (action: string): string => action.replace(/\/(~[\w-]{22}|\d+|[\w-]{20,})/g, '/…');
