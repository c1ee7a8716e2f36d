/** Whether it is another time of day here than in the village. @param {string | undefined} timeZone */
export function isElsewhere(timeZone) {
  if (!timeZone) return false;
  const now = new Date();
  /** @param {string} [zone] */
  const here = (zone) => now.toLocaleString('en-GB', { timeZone: zone });
  return here(timeZone) !== here();
}
