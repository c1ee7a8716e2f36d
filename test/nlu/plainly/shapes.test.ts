import { describe, expect, it } from 'vitest';
import { knownWith } from '../../../src/nlu/model/goods.ts';
import { findShape, namesAsWords } from '../../../src/nlu/plainly/slots.ts';

// A sentence without its figures and names: what is left is its shape.

const names = {
  goods: knownWith(['芝麻盐']),
  places: namesAsWords(['Tibet']),
  people: namesAsWords(['王芳', 'Mr Chen']),
};
const shapeOf = (sentence: string): string => findShape(sentence, names).masked;

describe('shapes', () => {
  it.each([
    ['芝麻盐3斤起卖，少了划不来', '<goods><amount>起卖,少了划不来'],
    ['邮费8块，买够一百就不收了', '邮费<money>,买够<number>就不收了'],
    ['东三省不发', '<place>不发'],
    ['do not send to Tibet any more', 'do not send to <place> any more'],
    ['王芳那单我接了', '<person>那单我接了'],
    ["Posted Mr Chen's parcel, ZTO 7531002", "posted <person>'s parcel, zto <code>"],
    ['A-0317退10块', '<order>退<money>'],
    ['3号改成25', '<item>改成<number>'],
    ['明天下午五点直播', '<time>直播'],
    ['move the stream to 9 tomorrow night', 'move the stream to <time>'],
    ['以后一单收六块', '以后一单收<money>'],
  ])('%s', (sentence, shape) => {
    expect(shapeOf(sentence)).toBe(shape);
  });

  it('know which figure was before', () => {
    const { slots } = findShape('运费从4块改成5块5', names);
    expect(slots.map(({ text, isOld }) => [text, isOld === true])).toEqual([
      ['4块', true],
      ['5块5', false],
    ]);
  });
});
