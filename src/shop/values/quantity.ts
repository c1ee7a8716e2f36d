/** How a product is measured; each has one base unit: gram, millilitre, piece. */
export const measures = ['MASS', 'VOLUME', 'COUNT'] as const;
export type Measure = (typeof measures)[number];

/** Grams in the units that villagers speak in. */
export const GRAMS = { liang: 50, jin: 500, kilogram: 1_000, tonne: 1_000_000 } as const;

/** The largest amount that one line or stock figure may hold: 1,000 tonnes, or a billion pieces. */
export const MAX_BASE = 1_000_000_000;

export const isAmount = (base: number): boolean => Number.isSafeInteger(base) && base > 0 && base <= MAX_BASE;
