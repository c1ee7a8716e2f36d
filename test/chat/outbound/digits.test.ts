import { describe, expect, it } from 'vitest';
import { parseChoice, withChoicesAsText } from '../../../src/chat/outbound/choices/digits.ts';

describe('a number that picks from a list', () => {
  it.each([
    ['1', 1],
    [' 12 ', 12],
    ['３', 3],
    ['１２。', 12],
    ['3号', 3],
    ['③', 3],
    ['选2', 2],
    ['第三', 3],
    ['一', 1],
    ['十', 10],
    ['十二。', 12],
    ['二十', 20],
    ['九十九号', 99],
    ['0', 0],
    ['０', 0],
    ['零', 0],
    ['〇', 0],
    ['104.', 104],
  ])('hears %s', (text, number) => {
    expect(parseChoice(text)).toBe(number);
  });

  it('hears every numeral up to 99', () => {
    const signs = ['', ...'一二三四五六七八九'];
    for (let number = 1; number <= 99; number += 1) {
      const [tens, ones] = [Math.trunc(number / 10), number % 10];
      const ten = tens === 0 ? '' : `${tens === 1 ? '' : signs[tens]}十`;
      expect(parseChoice(`${ten}${signs[ones]}`)).toBe(number);
    }
  });

  it.each([
    '',
    '号',
    '。',
    '3斤',
    '3个',
    '1 2',
    '1.5',
    '二三',
    '十零',
    '13800001234',
    '核桃 5',
    'one',
    '一斤',
    '第',
    '二十零',
  ])('takes "%s" for words', (text) => {
    expect(parseChoice(text)).toBeUndefined();
  });
});

describe('a message in words alone', () => {
  it('lists what can be tapped, writes links out and leaves dead buttons out', () => {
    const { html, buttons } = withChoicesAsText({
      html: 'Your card',
      buttons: [
        [{ label: '✅ Confirm <¥150>', tap: 'confirm' }],
        [
          { label: 'Sold out', dead: true },
          { label: 'Shop', url: 'https://a.example/?a=1&b=2' },
        ],
        [{ label: 'Home', tap: 'home' }],
      ],
      choices: { isNotice: false, first: 3, hint: 'Reply with a number.' },
    });
    expect(buttons).toEqual([]);
    expect(html.split('\n')).toEqual([
      'Your card',
      '',
      '3 ✅ Confirm &lt;¥150&gt;',
      'Shop https://a.example/?a=1&amp;b=2',
      '4 Home',
      'Reply with a number.',
    ]);
  });

  it('writes the links of a text out', () => {
    const html = 'See the <a href="https://a.example/?a=1&amp;b=2"><b>place</b></a>, or not';
    expect(withChoicesAsText({ html, buttons: [] }).html).toBe(
      'See the <b>place</b> https://a.example/?a=1&amp;b=2, or not',
    );
  });

  it('is the text itself where nothing can be tapped', () => {
    const body = {
      html: 'Thanks',
      buttons: [[{ label: 'Closed', dead: true as const }]],
      edit: { hadPhoto: false },
    };
    expect(withChoicesAsText(body)).toEqual({ html: 'Thanks', buttons: [] });
  });
});
