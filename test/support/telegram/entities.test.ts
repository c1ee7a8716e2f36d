import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseHtml } from './entities.ts';

describe("Telegram's HTML", () => {
  it.each([
    ['核桃<b>5斤', 'Can\'t find end tag corresponding to start tag "b"'],
    ['核桃<p>x</p>', 'Unsupported start tag "p" at byte offset 6'],
    ['5 < 6 kg', 'Unsupported start tag "" at byte offset 2'],
    ['5 <6', 'Unclosed start tag at byte offset 2'],
    ['核</b>', 'Unexpected end tag at byte offset 3'],
    ['<b>核<i>桃</b></i>', 'Unmatched end tag at byte offset 12, expected "</i>", found "</b>"'],
    ['<b>x</b', 'Unclosed end tag at byte offset 4'],
    ['<span>x</span>', 'Tag "span" must have class "tg-spoiler" at byte offset 0'],
    ['<a href="x>y</a>', 'Unclosed start tag "a" at byte offset 0'],
    ['<a href>y</a>', 'Expected equal sign in declaration of an attribute of the tag "a" at byte offset 0'],
    ['<!-- x -->', 'Unsupported start tag "!--" at byte offset 0'],
    ['a<br>b', 'Unsupported start tag "br" at byte offset 1'],
  ])('refuses %s', (html, why) => {
    expect(() => parseHtml(html)).toThrow(`Bad Request: can't parse entities: ${why}`);
  });

  it('reads what is marked, at offsets in UTF-16 units', () => {
    expect(parseHtml('🌰 <b>核<i>桃</i></b> &lt;5&nbsp;&#26020;&gt;')).toEqual({
      text: '🌰 核桃 <5&nbsp;斤>',
      entities: [
        { type: 'bold', offset: 3, length: 2 },
        { type: 'italic', offset: 4, length: 1 },
      ],
    });
  });

  it('reads links, spoilers, quotes, code and emoji of one’s own', () => {
    const html = [
      '<a href="https://a.example/?a=1&amp;b=2">a</a><tg-spoiler>b</tg-spoiler><span class="tg-spoiler">c</span>',
      '<blockquote expandable>d</blockquote><pre>e</pre><code>f</code><tg-emoji emoji-id="12">🌰</tg-emoji>',
      '<s>g</s><u>h</u><strong>i</strong><em>j</em>',
    ].join('');
    const { text, entities } = parseHtml(html);
    expect(text).toBe('abcdef🌰ghij');
    expect(entities[0]).toEqual({
      type: 'text_link',
      url: 'https://a.example/?a=1&b=2',
      offset: 0,
      length: 1,
    });
    expect(entities.map(({ type }) => type)).toEqual([
      ...['text_link', 'spoiler', 'spoiler', 'expandable_blockquote', 'pre', 'code', 'custom_emoji'],
      ...['strikethrough', 'underline', 'bold', 'italic'],
    ]);
  });

  it('reads signs in disguise, and leaves alone what only looks like one', () => {
    expect(parseHtml('&lt;&gt;&amp;&quot;&#26680;&#x6843; 5 &lt 6').text).toBe('<>&"核桃 5 < 6');
    expect(parseHtml('AT&T &nbsp; &ltd; &LT; &#0;').text).toBe('AT&T &nbsp; &ltd; &LT; &#0;');
  });

  it('shows no white space at the ends, and keeps the marks where they were', () => {
    expect(parseHtml('\n <b> 核桃 </b>\n')).toEqual({
      text: '核桃',
      entities: [{ type: 'bold', offset: 0, length: 2 }],
    });
  });

  it('shows any escaped words as they are', () => {
    const escaped = (words: string) =>
      words.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (words) => {
        expect(parseHtml(`<b>${escaped(words)}</b>`).text).toBe(words.trim());
      }),
    );
  });
});
