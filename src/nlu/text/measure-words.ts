const BY_MEASURE = /[斤两克升]|\b(?:kg|jin|g|ml|l)\b/i;

/** Whether something is said by weight or volume: 斤, kg, 升. */
export const saysMeasure = (text: string): boolean => BY_MEASURE.test(text);

/** Whether 公斤 is said, and 两 and 斤 nowhere beside it. */
export const saysKilogramsAlone = (text: string): boolean =>
  /公斤|千克/.test(text) && !/[斤两]/.test(text.replaceAll(/公斤/g, ''));

/** Whether the text says this very weight, in 斤 or in kilograms. */
export const saysWeight = (text: string, grams: number): boolean =>
  new RegExp(`(?<![\\d.])(?:${grams / 500}\\s*(?:斤|jin)|${grams / 1_000}\\s*(?:公斤|千克|kg))`, 'i').test(
    text,
  );
