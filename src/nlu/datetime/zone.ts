export const MINUTE_MS = 60_000;
export const DAY_MS = 86_400_000;

/** The date and time that clocks in `timeZone` show at a moment, written as if it were UTC. */
export const toLocal = (moment: Date, timeZone: string): number =>
  moment.getTime() + offsetAt(moment, timeZone);

/** The moment at which clocks in `timeZone` show `local`. */
export function fromLocal(local: number, timeZone: string): Date {
  const near = new Date(local - offsetAt(new Date(local), timeZone));
  return new Date(local - offsetAt(near, timeZone));
}

/** The midnight that begins the day of `local`. */
export const zoneDay = (local: number): number => local - (((local % DAY_MS) + DAY_MS) % DAY_MS);

/** The midnight of a calendar day; `undefined` where there is no such day. Months count from 1. */
export function calendarDay(year: number, month: number, day: number): number | undefined {
  const at = Date.UTC(year, month - 1, day);
  const date = new Date(at);
  return date.getUTCMonth() === month - 1 && date.getUTCDate() === day ? at : undefined;
}

function offsetAt(at: Date, timeZone: string): number {
  const parts = new Intl.DateTimeFormat('en-US', { timeZone, timeZoneName: 'longOffset' }).formatToParts(at);
  const name = parts.find((part) => part.type === 'timeZoneName')?.value ?? '';
  const [, sign, hours, minutes] = /GMT([+-])(\d{2}):(\d{2})/.exec(name) ?? [];
  if (!sign) return 0;
  return (sign === '-' ? -1 : 1) * (Number(hours) * 60 + Number(minutes)) * MINUTE_MS;
}
