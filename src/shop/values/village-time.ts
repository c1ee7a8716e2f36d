const months = new Map<string, Intl.DateTimeFormat>();

/** The month in a time zone, 1–12. */
export function localMonth(at: Date, timeZone: string): number {
  // Making a format takes a hundred times as long as using it.
  const format = months.get(timeZone) ?? new Intl.DateTimeFormat('en', { month: 'numeric', timeZone });
  months.set(timeZone, format);
  return Number(format.format(at));
}

/** The hour of the day in a time zone, with its minutes as a fraction: 7.5 is half past seven. */
export function localHour(at: Date, timeZone: string): number {
  const parts = new Intl.DateTimeFormat('en', {
    timeZone,
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
  });
  const [hour, minute] = parts.format(at).split(':').map(Number);
  return (hour ?? 0) + (minute ?? 0) / 60;
}

/** The day in a time zone, as 2026-11-23. */
export const localDay = (at: Date, timeZone: string): string =>
  new Intl.DateTimeFormat('en-CA', { timeZone, year: 'numeric', month: '2-digit', day: '2-digit' }).format(
    at,
  );

/** The latest moment before `at` at which the clock of the time zone showed this hour. */
export function lastHour(at: Date, timeZone: string, hour: number): Date {
  const passed = (localHour(at, timeZone) - hour + 24) % 24;
  return new Date(at.getTime() - passed * 3_600_000);
}
