import { type Message, say } from '../../chat/dsl/screen.ts';

/** A calendar day, kept as its midnight UTC: 9月20日, 20 September. */
export const dateText = (day: Date): Message =>
  say('date', { month: say(`month-${day.getUTCMonth() + 1}`), date: day.getUTCDate() });

/** `2026-10-05` as a person says it: Monday, 5 October. */
export function dayText(day: string): Message {
  const date = new Date(`${day}T00:00:00Z`);
  const weekday = say(`weekday-${date.getUTCDay()}`);
  return say('day', { weekday, date: dateText(date) });
}
