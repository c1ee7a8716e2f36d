import { type Clock, clockHour, type DayPart, findClocks, findDayParts } from './datetime/clock.ts';
import { findDays, type NamedDay } from './datetime/days.ts';
import { withoutDialect } from './datetime/dialect.ts';
import { findLunarDay } from './datetime/lunar.ts';
import { mustAsk, namesOtherDay, withoutNoise } from './datetime/noise.ts';
import { findDelay } from './datetime/relative.ts';
import { DAY_MS, fromLocal, MINUTE_MS, toLocal, zoneDay } from './datetime/zone.ts';
import { plainText } from './recipient/text.ts';

export interface WhenContext {
  readonly now: Date;
  readonly timeZone: string;
}

/** A moment that somebody names. */
export interface When {
  /** With `ask` a proposal; without one nobody can tell. */
  readonly at: Date | null;
  readonly ask: boolean;
}

const ASK: When = { at: null, ask: true };
const HOUR_MS = 3_600_000;
/** An hour of no day that is so long past is tomorrow's: 早8点, said at nine in the evening. */
const OVERNIGHT_MS = 6 * HOUR_MS;
const MAX_LENGTH = 500;

/**
 * The moment that somebody names for what is to come: 明晚7点半, 下周三晚上八点, tomorrow 7pm, in half an hour. What is past,
 * vague, lunar, one of two, or could be morning or evening is asked. Never throws.
 */
export function parseDateTime(text: string, { now, timeZone }: WhenContext): When {
  const words = plainWords(text);
  if (mustAsk(words)) return ASK;
  const delay = findDelay(words);
  const local = toLocal(now, timeZone);
  const { days, rest } = findDays(words, zoneDay(local));
  const clocks = findClocks(rest);
  if (delay !== undefined)
    return clocks.length > 0 ? ASK : { at: new Date(now.getTime() + delay), ask: false };
  const day = theDay(days);
  if (day !== 'unclear' && day?.isJustPast) return ASK;
  const [clock = bareNoon(words, day), other] = clocks;
  if (!clock || other || day === 'unclear' || (!day && namesOtherDay(words, rest))) return ASK;
  return momentOf(clock, findDayParts(words), day, { local, timeZone });
}

/** The calendar day that somebody names, as its UTC midnight; by the moon too: 腊月二十三. */
export function parseDay(text: string, { now, timeZone }: WhenContext): Date | undefined {
  const words = plainWords(text);
  const today = zoneDay(toLocal(now, timeZone));
  const lunar = findLunarDay(words, today);
  if (lunar !== undefined) return new Date(lunar);
  const { days } = findDays(words, today);
  const day = theDay(days);
  return day === 'unclear' || day?.at === undefined ? undefined : new Date(day.at);
}

const plainWords = (text: string): string =>
  withoutNoise(withoutDialect(plainText(text.slice(0, MAX_LENGTH)).plain).replace(/\s+/g, ' '));

/** 后天中午 names an hour without a number. */
const bareNoon = (words: string, day: NamedDay | 'unclear' | undefined): Clock | undefined =>
  day && /中午|晌午/.test(words) ? { hour: 12, minute: 0, meridiem: 'pm' } : undefined;

/** The one day that is named, however often: 12月5日(周六) is one where it is a Saturday. */
function theDay(days: readonly NamedDay[]): NamedDay | 'unclear' | undefined {
  const day = days.find(({ repeats }) => !repeats) ?? days[0];
  if (!day) return undefined;
  return days.every((other) => fallsOn(other, day)) ? day : 'unclear';
}

function fallsOn({ at, repeats }: NamedDay, day: NamedDay): boolean {
  if (at === undefined || day.at === undefined) return false;
  if (at === day.at) return true;
  const [one, other] = [new Date(at), new Date(day.at)];
  if (day.repeats || !repeats) return false;
  return repeats === 'week' ? one.getUTCDay() === other.getUTCDay() : one.getUTCDate() === other.getUTCDate();
}

interface Here {
  readonly local: number;
  readonly timeZone: string;
}

function momentOf(clock: Clock, parts: readonly DayPart[], day: NamedDay | undefined, here: Here): When {
  const [part, second] = parts;
  if (second) return ASK;
  const hour = clockHour(clock, part);
  if (clock.minute > 59 || clock.hour > 24 || clock.hour < 0) return ASK;
  if (hour === undefined) return part || clock.hour > 12 ? ASK : proposal(clock, day, here);
  const local = isTwoMidnights(clock, part, day, here)
    ? undefined
    : localOf((hour * 60 + clock.minute) * MINUTE_MS, day, here);
  return local === undefined ? ASK : { at: fromLocal(local, here.timeZone), ask: false };
}

/** 明天半夜12点, tomorrow midnight: that which begins the day or that which ends it. */
const isTwoMidnights = (
  clock: Clock,
  part: DayPart | undefined,
  day: NamedDay | undefined,
  { local }: Here,
): boolean =>
  (clock.isMidnight === true || (part === 'night' && clock.hour % 12 === 0)) &&
  day?.at !== undefined &&
  day.at > zoneDay(local);

/** 8点: most streams are in the evening, but it must be asked. */
function proposal(clock: Clock, day: NamedDay | undefined, here: Here): When {
  const local = localOf((((clock.hour % 12) + 12) * 60 + clock.minute) * MINUTE_MS, day, here);
  return { at: local === undefined ? null : fromLocal(local, here.timeZone), ask: true };
}

function localOf(time: number, day: NamedDay | undefined, { local }: Here): number | undefined {
  const today = zoneDay(local);
  if (day?.at !== undefined) {
    const at = day.at + time;
    return at > local ? at : undefined;
  }
  const at = today + time;
  if (at > local) return at;
  return local - at > OVERNIGHT_MS || time === 0 ? at + DAY_MS : undefined;
}
