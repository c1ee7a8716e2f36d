/** A command was called in a way it does not know, or something it needs is missing; the message says how and what. */
export class CommandUsage extends Error {}

/** The one way of founding a village at the terminal, as messages show it. */
export const FOUND_EXAMPLE = 'npm run village -- "Lingtou" --county "Fenyang" --province "Shanxi"';

/** Said where made-up families would sell to real people. */
export const DEMO_LEFT =
  'The demo village with its made-up families is in this database. For a village of your own, set DATA_DIR to a new folder.';

/** Prints one line to whoever runs the command. */
export type Say = (line: string) => void;
