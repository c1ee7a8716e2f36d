/** One page of a list. Pages count from 0, and an empty list has one. */
export interface Page<T> {
  readonly items: readonly T[];
  readonly page: number;
  readonly pages: number;
  /** False where there are more pages than were counted. */
  readonly isCounted?: boolean;
}

/** The place of a page in its list. */
export interface PageRange {
  readonly page: number;
  readonly pages: number;
  /** How many items come before it. */
  readonly skip: number;
}

/** The page nearest to `wanted` of `count` items, `size` to a page. */
export function pageRange(count: number, wanted: number, size: number): PageRange {
  const pages = Math.max(1, Math.ceil(count / size));
  const page = Math.min(Math.max(0, wanted), pages - 1);
  return { page, pages, skip: page * size };
}
