/** Rows of a list on one screen of the office. */
export const PAGE_SIZE = 8;

export const countPages = (count: number): number => Math.max(1, Math.ceil(count / PAGE_SIZE));
export const clampPage = (page: number, pages: number): number => Math.min(Math.max(0, page), pages - 1);
