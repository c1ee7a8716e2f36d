import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { CAPTION_LIMIT, render, TEXT_LIMIT } from '../../../../src/bots/telegram/outbound/render.ts';
import { truncateHtml, visibleLength } from '../../../../src/bots/telegram/outbound/truncate.ts';
import { plainText } from '../../../../src/chat/dsl/html.ts';
import { type MediaId, newId } from '../../../../src/db/ids.ts';

const m = newId<MediaId>();

describe('a body on its way to Telegram', () => {
  it('keeps its rows of buttons, each in its way', () => {
    const buttons = [
      [
        { label: '5斤', tap: 'buy/1', tone: 'success' as const },
        { label: '售完', dead: true as const },
      ],
      [],
      [{ label: 'Live', url: 'https://example.org/live' }],
    ];
    expect(render({ html: '核桃', buttons })).toEqual({
      is: 'text',
      html: '核桃',
      keyboard: [
        [
          { text: '5斤', callback_data: 'buy/1', style: 'success' },
          { text: '售完', disabled: {} },
        ],
        [{ text: 'Live', url: 'https://example.org/live' }],
      ],
    });
  });

  it('puts words under a photo as long as they fit there, and below it when they do not', () => {
    const fits = `<b>${'长'.repeat(CAPTION_LIMIT)}</b>`;
    expect(render({ html: fits, photo: m, buttons: [] })).toMatchObject({ is: 'photo', html: fits });
    const long = `${fits}.`;
    expect(render({ html: long, photo: m, buttons: [] })).toMatchObject({
      is: 'photo-then-text',
      html: long,
    });
  });
});

describe('cutting', () => {
  it('counts what a reader sees: no tags, and an entity as one sign', () => {
    expect(visibleLength('<b>a &lt; b</b>\n<a href="https://x.y/?a=1&amp;b=2">c</a> 😀')).toBe(10);
  });

  it('ends at a paragraph', () => {
    const html = `<b>${'a'.repeat(60)}</b>\n\n${'b'.repeat(60)}`;
    expect(truncateHtml(html, 100)).toBe(`<b>${'a'.repeat(60)} …</b>`);
  });

  it('closes what is open', () => {
    expect(truncateHtml(`<b>one <i>${'two '.repeat(30)}</i></b>`, 20)).toBe(
      '<b>one <i>two two two …</i></b>',
    );
  });

  it('leaves short words as they are', () => {
    expect(truncateHtml('<b>核桃</b>', 4)).toBe('<b>核桃</b>');
  });

  it('never passes the limit, breaks a tag, an entity or an emoji', () => {
    const word = fc.constantFrom('核桃', 'a ', '&lt;', '&amp;', '😀', '\n', '\n\n', 'word');
    const wrapped = fc
      .tuple(fc.constantFrom('b', 'i', 'u', 's', 'code'), fc.array(word))
      .map(([tag, words]) => `<${tag}>${words.join('')}</${tag}>`);
    const text = fc.array(fc.oneof(word, wrapped), { maxLength: 60 }).map((parts) => parts.join(''));
    fc.assert(
      fc.property(text, fc.integer({ min: 10, max: 200 }), (html, limit) => {
        const short = truncateHtml(html, limit);
        expect(visibleLength(short)).toBeLessThanOrEqual(limit);
        expect(plainText(short).isWellFormed()).toBe(true);
        expect(plainText(short).replace(/ …$/, '')).toBe(
          plainText(html).slice(0, plainText(short).replace(/ …$/, '').length),
        );
        expect(opened(short)).toEqual([]);
      }),
    );
  });

  it('brings any text within what Telegram takes', () => {
    expect(visibleLength(truncateHtml('核'.repeat(10_000), TEXT_LIMIT))).toBeLessThanOrEqual(TEXT_LIMIT);
  });
});

/** The tags left open, with a throw for one that is closed out of turn. */
function opened(html: string): string[] {
  const open: string[] = [];
  for (const [, slash, name = ''] of html.matchAll(/<(\/?)([a-z]+)[^>]*>/g)) {
    if (!slash) open.push(name);
    else if (open.pop() !== name) throw new Error(`</${name}> closes nothing in ${html}`);
  }
  return open;
}
