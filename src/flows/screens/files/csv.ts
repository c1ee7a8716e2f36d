import { stringify } from 'csv-stringify/sync';
import type { Fen } from '../../../shop/values/money.ts';

/** Cells as Excel takes them: numbers stay numbers. */
export type Cell = string | number;

/**
 * A table that Excel and WPS open with a double click, Chinese intact: a byte order mark, CRLF, and words that would be
 * read as a formula (`=`, `+`, `-`, `@` first) disarmed.
 */
export const formatCsv = (head: readonly string[], rows: readonly (readonly Cell[])[]): string =>
  stringify([head, ...rows], { bom: true, record_delimiter: 'windows', escape_formulas: true });

/** Fen as a number of yuan that sums up: 1,550 is 15.5. Exact: a CSV cell is text. */
export const yuan = (fen: Fen): number => fen / 100;
