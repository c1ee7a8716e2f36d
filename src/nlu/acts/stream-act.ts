import { DAY_MS, fromLocal, toLocal, zoneDay } from '../datetime/zone.ts';
import { parseDateTime, parseDay, type WhenContext } from '../datetime.ts';
import { normalizeText } from '../text/text.ts';
import { phrasePatterns, plainWords } from './phrases.ts';
import { sellerLexicon } from './seller-lexicon.ts';

const { ending, cancel, move, named } = phrasePatterns(sellerLexicon.streams);

/** What is done with a stream that is on or planned. */
export type StreamVerb = 'end' | 'cancel' | 'move';

/** Longer than that is no plain word about a stream. */
const MAX_LENGTH = 40;

/** 播完了, 明晚的直播取消, 改到9点吧; `move` may be about something else, and counts only with a time. */
export function readStreamVerb(message: string): StreamVerb | undefined {
  const words = plainWords(message);
  if (words.length > MAX_LENGTH) return undefined;
  const isNamed = named.test(words);
  if (cancel.test(words) && isNamed) return 'cancel';
  if (ending.test(words) && isNamed) return 'end';
  return move.test(words) ? 'move' : undefined;
}

const HALF_DAY_MS = DAY_MS / 2;

/** The time to which a plan is moved: on its day and in its half of the day, unless others are named. */
export function readMovedTime(message: string, planned: Date, when: WhenContext): Date | undefined {
  return readTime(newTime(message), planned, when);
}

/** 从9点改成10点半: what stands behind the word of change, where anything does. */
function newTime(message: string): string {
  const { plain } = normalizeText(message);
  const found = move.exec(plain);
  const behind = found ? plain.slice(found.index + found[0].length).trim() : '';
  return behind === '' ? message : behind;
}

function readTime(message: string, planned: Date, { now, timeZone }: WhenContext): Date | undefined {
  if (parseDay(message, { now, timeZone })) {
    const { at, ask } = parseDateTime(message, { now, timeZone });
    return at && !ask ? at : undefined;
  }
  const local = toLocal(planned, timeZone);
  const midnight = fromLocal(zoneDay(local), timeZone);
  const { at, ask } = parseDateTime(message, { now: midnight, timeZone });
  if (!at) return undefined;
  const isMorning = local - zoneDay(local) < HALF_DAY_MS;
  return ask && isMorning ? new Date(at.getTime() - HALF_DAY_MS) : at;
}
