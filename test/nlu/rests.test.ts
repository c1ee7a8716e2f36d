import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readRest } from '../../src/nlu/acts/seller/settings/rest-act.ts';
import { findLunarDay } from '../../src/nlu/datetime/lunar.ts';
import { parseDay } from '../../src/nlu/datetime.ts';

const timeZone = 'Asia/Shanghai';
const when = { now: new Date('2026-11-28T14:00:00+08:00'), timeZone };
const day = (date: string): Date => new Date(`${date}T00:00:00Z`);

describe('a rest of two days', () => {
  it.each(['明后两天我老儿子结婚，啥也不发哈', '明后两天家里办事，都不发', '明后两天我不在屋头，发不到货'])(
    'begins with the day that is said: %s',
    (words) => {
      expect(readRest(words, when)).toEqual({
        is: 'rest',
        first: day('2026-11-29'),
        last: day('2026-11-30'),
      });
    },
  );

  it('of one who has to be in town tomorrow is of this shop', () => {
    expect(readRest('对了明天我去县里办事歇一天不发货', when)).toEqual({
      ...{ is: 'rest', first: day('2026-11-29'), last: day('2026-11-29') },
    });
  });
});

// The new year of the farmers' calendar is on 6 February 2027 (Hong Kong Observatory's conversion table).
describe('a rest around a feast', () => {
  it.each([
    ['腊月二十三到正月初八不发货', '2027-01-30', '2027-02-13'],
    ['腊月廿三歇到初八', '2027-01-30', '2027-02-13'],
    ['除夕到初六休息', '2027-02-05', '2027-02-11'],
    ['大年三十到初七关门', '2027-02-05', '2027-02-12'],
    ['腊月二十六起不发货，正月十六恢复', '2027-02-02', '2027-02-20'],
    ['春节放假七天', '2027-02-06', '2027-02-12'],
    ['过年歇到正月十五', '2027-02-06', '2027-02-20'],
    ['closed for Chinese New Year for 10 days', '2027-02-06', '2027-02-15'],
    ['国庆放假七天', '2027-10-01', '2027-10-07'],
    ['12月30号到3号不发货', '2026-12-30', '2027-01-03'],
  ])('is read from %s', (words, first, last) => {
    expect(readRest(words, when)).toEqual({ is: 'rest', first: day(first), last: day(last) });
  });

  it('is not put into this month where only days are said', () => {
    expect(readRest('Spring Festival break, closed from the 10th to the 20th', when)).toBeUndefined();
  });
});

describe('a day of the farmers’ calendar', () => {
  it.each([
    ['腊月初八', '2027-01-15'],
    ['农历十月二十九', '2026-12-07'],
    ['八月初十', '2027-09-10'],
    ['腊月三十', '2027-02-05'],
    ['腊月三十一', undefined],
    ['农历十三月初一', undefined],
  ])('%s', (words, date) => {
    expect(parseDay(words, when)).toEqual(date && day(date));
  });

  it('is never before today, and not a year and a month ahead', () => {
    fc.assert(
      fc.property(
        fc.date({ min: new Date('2026-01-01'), max: new Date('2040-01-01'), noInvalidDate: true }),
        fc.constantFrom('正月初一', '除夕', '五月初五', '腊月二十三', '初八'),
        (date, words) => {
          const today = Date.UTC(date.getUTCFullYear(), date.getUTCMonth(), date.getUTCDate());
          const at = findLunarDay(words, today) ?? Number.NaN;
          expect(at).toBeGreaterThanOrEqual(today);
          expect(at - today).toBeLessThan(400 * 86_400_000);
        },
      ),
    );
  });
});
