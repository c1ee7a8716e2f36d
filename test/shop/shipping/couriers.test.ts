import { describe, expect, it } from 'vitest';
import {
  courierCodes,
  findCourier,
  likelyCouriers,
  parseTracking,
  trackingLink,
} from '../../../src/shop/shipping/couriers.ts';

const read = (words: string) => {
  const found = parseTracking(words);
  return found && [found.number, found.courier?.code];
};

describe('a tracking number', () => {
  it.each([
    ['SF1234567890123', 'SF'],
    ['YT8901234567890', 'YTO'],
    ['75123456789012', 'ZTO'],
    ['773012345678901', 'STO'],
    ['312345678901234', 'YD'],
    ['JT0001234567890', 'JT'],
    ['JDVA00123456789', 'JD'],
    ['EV123456789CN', 'EMS'],
    ['9812345678901', 'POST'],
    ['DPK210123456789', 'DB'],
    ['KY4000123456789', 'KY'],
  ])('%s is %s’s', (number, code) => {
    expect(read(number)).toEqual([number, code]);
    expect(read(`运单号：${number.toLowerCase()}`)).toEqual([number, code]);
  });

  it('is read with the blanks it is printed with, and in full-width letters', () => {
    expect(read('SF 1234 5678 90123'.replace('SF ', 'SF'))).toEqual(['SF1234567890123', 'SF']);
    expect(read('ＳＦ１２３４５６７８９０１２３')).toEqual(['SF1234567890123', 'SF']);
  });

  it('belongs to whom the seller names', () => {
    expect(read('申通 123456789012')).toEqual(['123456789012', 'STO']);
    expect(read('123456789012')).toEqual(['123456789012', undefined]);
  });

  it('is none in an ordinary sentence, nor two at once', () => {
    expect(read('明天发')).toBeUndefined();
    expect(read('walnuts are packed')).toBeUndefined();
    expect(read('SF1234567890123 SF1234567890124')).toBeUndefined();
  });

  it('asks first for those who might have it', () => {
    const first = likelyCouriers('123456789012').slice(0, 3);
    expect(first.map(({ code }) => code)).toEqual(['SF', 'ZTO', 'STO']);
    expect(likelyCouriers('1')).toHaveLength(courierCodes.length);
  });

  it('leads to a page that any phone opens', () => {
    const jd = findCourier('JD');
    expect(jd && trackingLink(jd, 'JDVA00123456789-1-1')).toBe(
      'https://www.kuaidi100.com/chaxun?com=jd&nu=JDVA00123456789',
    );
  });
});
