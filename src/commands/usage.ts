/** A command was called in a way it does not know, or something it needs is missing; the message says how and what. */
export class CommandUsage extends Error {}

/** The one way of founding a village at the terminal, as messages show it. */
export const FOUND_EXAMPLE = 'npm run village -- "Lingtou" --county "Fenyang" --province "Shanxi"';

/** Prints one line to whoever runs the command. */
export type Say = (line: string) => void;
