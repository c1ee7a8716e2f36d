import { ENGLISH_NUM, NUM, parseNumeral } from './numerals.ts';
import { MINUTE_MS } from './zone.ts';

const LATER = '(?:以?后|之后|过后)';
const HALF_HOUR = '(?<half>半)个?(?:小时|钟头|钟)|(?<quarters>[一三])刻钟';
const HOURS = `(?<count>${NUM})\\s*(?:(?<unit>个半?(?:小时|钟头|钟)|小时半?|分钟?))`;
const MORE = `(?:\\s*(?<more>${NUM})\\s*分钟?)?(?<later>\\s*${LATER})?`;
const CHINESE = new RegExp(`(?:(?<through>再?过)\\s*)?(?:${HALF_HOUR}|${HOURS})${MORE}`);
const ENGLISH_HALF = '(?<half>half an hour|half hour)|(?<quarter>(?:a )?quarter of an hour)';
const ENGLISH_HOURS = `(?<count>an?|${ENGLISH_NUM})\\s*(?<unit>hours?|hrs?|minutes?|mins?)(?<plus>\\s+and a half)?`;
const ENGLISH = new RegExp(
  `(?:\\b(?<in>in|after)\\s+)?(?:about\\s+)?(?:${ENGLISH_HALF}|${ENGLISH_HOURS})(?<later>\\s+(?:from now|later))?`,
);

/** 半小时后, in 90 minutes: so many milliseconds from now. */
export function findDelay(words: string): number | undefined {
  const zh = CHINESE.exec(words)?.groups;
  if (zh && (zh.through || zh.later)) return chinese(zh) * MINUTE_MS;
  const en = ENGLISH.exec(words)?.groups;
  return en && (en.in || en.later) ? english(en) * MINUTE_MS : undefined;
}

type Groups = Readonly<Record<string, string | undefined>>;

function chinese({ half, quarters, count = '', unit = '', more }: Groups): number {
  if (half) return 30;
  if (quarters) return parseNumeral(quarters) * 15;
  if (unit.startsWith('分')) return parseNumeral(count);
  return parseNumeral(count) * 60 + (unit.includes('半') ? 30 : 0) + (more ? parseNumeral(more) : 0);
}

function english({ half, quarter, count = '', unit = '', plus }: Groups): number {
  if (half) return 30;
  if (quarter) return 15;
  const size = unit.startsWith('h') ? 60 : 1;
  return (/^an?$/.test(count) ? 1 : parseNumeral(count)) * size + (plus ? size / 2 : 0);
}
