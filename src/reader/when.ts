const DAY_MS = 86_400_000;

const days: readonly [RegExp, number][] = [
  [/大后天/, 3],
  [/后天|day after tomorrow/i, 2],
  [/明天|明晚|明早|明日|tomorrow/i, 1],
  [/今天|今晚|今日|today|tonight/i, 0],
];

const isEvening = (words: string): boolean => /下午|晚|\bpm\b|\d\s*pm|tonight|evening|afternoon/i.test(words);

/**
 * The moment that somebody names, in their time zone: `明天晚上7点半`, `今晚8点`, `9月20日 19:00`, `tomorrow 7pm`, `19:30`.
 * Without a day it is the next time the clock shows that hour. Nothing where no clear time is named.
 */
export function readWhen(words: string, now: Date, timeZone: string): Date | undefined {
  const text = words.normalize('NFKC');
  const clock = clockIn(text);
  if (clock === undefined) return undefined;
  const today = dayOf(now, timeZone);
  const named = dateIn(text, today);
  const offset = days.find(([pattern]) => pattern.test(text))?.[1];
  const day = named ?? today + (offset ?? 0) * DAY_MS;
  const moment = inZone(day + clock, timeZone);
  const isPast = moment <= now && named === undefined && offset === undefined;
  return isPast ? inZone(day + clock + DAY_MS, timeZone) : moment;
}

const months = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];

/** The calendar day that somebody names, as its UTC midnight: `9月20日`, `后天`, `20 September`, `Sep 20`. Past days are next year's. */
export function readDay(words: string, now: Date, timeZone: string): Date | undefined {
  const text = words.normalize('NFKC');
  const today = dayOf(now, timeZone);
  const offset = days.find(([pattern]) => pattern.test(text))?.[1];
  const named =
    dateIn(inMonthNumbers(text), today) ?? (offset === undefined ? undefined : today + offset * DAY_MS);
  return named === undefined ? undefined : new Date(named);
}

/** `20 September` and `Sep 20` as `9/20`. */
function inMonthNumbers(text: string): string {
  const name = `(${months.join('|')})[a-z]*`;
  const number = (month: string): number => months.indexOf(month.toLowerCase()) + 1;
  return text
    .replace(
      new RegExp(`(\\d{1,2})(?:st|nd|rd|th)?\\s+(?:of\\s+)?${name}`, 'i'),
      (_, day, month) => `${number(month)}/${day}`,
    )
    .replace(
      new RegExp(`${name}\\s+(\\d{1,2})(?:st|nd|rd|th)?\\b`, 'i'),
      (_, month, day) => `${number(month)}/${day}`,
    );
}

const numerals: Readonly<Record<string, number>> = {
  一: 1,
  二: 2,
  两: 2,
  三: 3,
  四: 4,
  五: 5,
  六: 6,
  七: 7,
  八: 8,
  九: 9,
  十: 10,
  十一: 11,
  十二: 12,
};

/** The hour and minute as milliseconds since midnight. */
function clockIn(text: string): number | undefined {
  const [, hours, minutes] =
    /(\d{1,2}):(\d{2})/.exec(text) ??
    /(\d{1,2}|十[一二]?|[一二两三四五六七八九])\s*点\s*(半|\d{1,2}(?=分|\s|$))?/.exec(text) ??
    /\b(\d{1,2})(?::(\d{2}))?\s*(?:am|pm|o'clock)/i.exec(text) ??
    [];
  if (hours === undefined) return undefined;
  const said = numerals[hours] ?? Number(hours);
  const hour = hourOf(said, text);
  const minute = minutes === '半' ? 30 : Number(minutes ?? 0);
  return hour <= 24 && minute < 60 ? (hour * 60 + minute) * 60_000 : undefined;
}

/** 今晚12点 is the midnight that comes, 12 am the one that was. */
function hourOf(said: number, text: string): number {
  if (said === 12 && /凌晨|12(?::\d{2})?\s*am\b/i.test(text)) return 0;
  if (said === 12 && /晚|半夜|tonight/i.test(text)) return 24;
  return said < 12 && isEvening(text) ? said + 12 : said;
}

/** A date by month and day, this year or next unless the year is named, as the UTC midnight of that calendar day. */
function dateIn(text: string, today: number): number | undefined {
  const [, named, month, day] =
    /(?:(\d{4})\s*[-/.年]\s*)?(\d{1,2})\s*(?:月|[/-])\s*(\d{1,2})\s*[日号]?/.exec(text) ?? [];
  if (month === undefined) return undefined;
  const year = named === undefined ? new Date(today).getUTCFullYear() : Number(named);
  const thisYear = Date.UTC(year, Number(month) - 1, Number(day));
  const isReal = new Date(thisYear).getUTCMonth() === Number(month) - 1;
  if (!isReal) return undefined;
  return thisYear >= today || named !== undefined
    ? thisYear
    : Date.UTC(year + 1, Number(month) - 1, Number(day));
}

/** The UTC midnight of the calendar day that it is in `timeZone`. */
function dayOf(now: Date, timeZone: string): number {
  const local = now.getTime() + offsetOf(now, timeZone);
  return local - (local % DAY_MS);
}

/** The moment at which clocks in `timeZone` show `local`, a date and time written as if it were UTC. */
function inZone(local: number, timeZone: string): Date {
  return new Date(local - offsetOf(new Date(local), timeZone));
}

function offsetOf(at: Date, timeZone: string): number {
  const parts = new Intl.DateTimeFormat('en-US', { timeZone, timeZoneName: 'longOffset' }).formatToParts(at);
  const [, sign, hours, minutes] =
    /GMT([+-])(\d{2}):(\d{2})/.exec(parts.find((part) => part.type === 'timeZoneName')?.value ?? '') ?? [];
  if (!sign) return 0;
  return (sign === '-' ? -1 : 1) * (Number(hours) * 60 + Number(minutes)) * 60_000;
}
