import { randomUUID } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { matchAction, tap } from '../../../src/chat/dsl/action.ts';
import { buyerFlows } from '../../../src/flows/buyer/flows.ts';
import { sellerFlows } from '../../../src/flows/seller/flows.ts';

const patterns = [...buyerFlows, ...sellerFlows].flatMap((flow) => Object.keys(flow.taps));
const withParams = patterns.filter((pattern) => pattern.includes(':'));
const filled = (pattern: string, value: string): string => pattern.replaceAll(/:[^/]+/g, value);
/** Parameters that may be any words, because handlers look them up in a list of their own. */
const words =
  /:(area|ask|cap|category|courier|day|field|kind|limit|locale|measure|mode|name|period|photo|price|right|rights|state|step|stock|to|topic|way|why|words|on|zone)(?=\/|$)/;

describe('what a button says', () => {
  it.each(withParams.filter((pattern) => !words.test(pattern)))('%s is no other than ours', (pattern) => {
    for (const forged of ['x', '-1', '0.5', 'NaN', '%00', '1e3', '99999999999999999999', 'toString'])
      expect(matchAction(pattern, filled(pattern, forged))).toBeUndefined();
  });

  it.each(withParams)('%s brings no zero byte', (pattern) => {
    expect(matchAction(pattern, filled(pattern, '%00'))).toBeUndefined();
  });

  it('is read as it was written', () => {
    const order = randomUUID();
    const action = tap('weigh/:order/:line', { order, line: 2 });
    expect(matchAction('weigh/:order/:line', action)).toEqual({ order, line: '2' });
    expect(matchAction('weigh/:order/:line', `weigh/${order}/2`)).toEqual({ order, line: '2' });
    expect(matchAction('weigh/:order/:line', `weigh/${order}/3000000000`)).toBeUndefined();
  });
});
