/** Rows of a list on one screen of the office. */
export const PAGE_SIZE = 8;
