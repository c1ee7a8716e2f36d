import { type Message, say, type Value } from '../../chat/dsl/screen.ts';

const weekdayName = (day: number): Message => say(`weekday-${day % 7}`);

/** 周一、周四: days of the week, from 1 for Monday. */
export function weekdayList(days: readonly number[]): Value {
  const [first = 0, ...others] = days;
  return others.reduce<Message>(
    (all, next) => say('list', { all, next: weekdayName(next) }),
    weekdayName(first),
  );
}
