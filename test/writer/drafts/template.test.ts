import fc from 'fast-check';
import { expect, it } from 'vitest';
import { findObjectionsInWording } from '../../../src/writer/drafts/check.ts';
import { fromTemplate } from '../../../src/writer/drafts/template.ts';
import { BLURB_LENGTH, BLURB_WORDS, TITLE_LENGTH } from '../../../src/writer/facts/facts.ts';
import { anyFacts, walnuts } from '../facts.ts';

it('says in both languages and three voices what it is, from where, and since when', () => {
  const drafts = fromTemplate(walnuts);
  expect(drafts.map(({ voice }) => voice)).toEqual(['plain', 'warm', 'short']);
  for (const { zh, en } of drafts) {
    expect(zh.title).toBe('纸皮核桃');
    expect(zh.blurb).toContain('山西省汾阳市岭头村');
    expect(zh.blurb).toContain('2026年9月20日');
    expect(en.title).toBe('Paper-shell walnuts');
    expect(en.blurb).toContain('Lingtou, Fenyang, Shanxi');
    expect(en.blurb).toContain('20 September 2026');
    expect(zh.points.length).toBeGreaterThan(0);
  }
});

it('keeps what the seller said in the language it was said in, but no prices, no stock and nothing unlawful', () => {
  const words = '核桃 15元一斤 有200斤\n壳薄，手一捏就开。治疗失眠。全村最好！';
  const [{ zh, en }] = fromTemplate({ ...walnuts, words, story: 'We dry them in the sun.' });
  expect(zh.blurb).toContain('壳薄，手一捏就开。');
  expect(zh.blurb).not.toMatch(/元|200|失眠|最好/);
  expect(en.blurb).toContain('We dry them in the sun.');
});

it('takes out of a title what it may not carry', () => {
  expect(fromTemplate({ ...walnuts, title: '最好的核桃' })[0].zh.title).toBe('核桃');
  expect(fromTemplate({ ...walnuts, title: '最好' })[0].zh.title).toBe('岭头村的农产品');
});

it('names goods in English from the glossary where the seller did not', () => {
  expect(fromTemplate({ ...walnuts, title: '板栗', titleEn: null })[0].en.title).toBe('Chestnut');
  expect(fromTemplate({ ...walnuts, title: '黑猪火腿', titleEn: null })[0].en.title).toBe('Black pig ham');
});

it('does without what is not known', () => {
  const { name, nameEn, county, province } = walnuts.village;
  const village = { name, nameEn, county, province };
  const { titleEn: _titleEn, sellerEn: _sellerEn, ...rest } = walnuts;
  const [{ zh, en }] = fromTemplate({ ...rest, title: '毛毛怪', packs: [], harvestedOn: undefined, village });
  expect(zh.blurb).toContain('毛毛怪');
  expect(zh.blurb).not.toContain('undefined');
  expect(en.title).toBe('毛毛怪');
});

it('does not tell of walnuts where chestnuts are sold', () => {
  const [{ zh }] = fromTemplate({
    ...walnuts,
    title: '板栗',
    titleEn: 'Chestnuts',
    story: '我家种核桃三十年。',
  });
  expect(zh.blurb).not.toContain('核桃');
  expect(zh.blurb).not.toContain('三十年');
});

it('ten products of one village do not read alike', () => {
  const titles = ['核桃', '板栗', '苹果', '小米', '蜂蜜', '土豆', '花椒', '红枣', '柿饼', '绿豆'];
  const openings = titles.map((title) =>
    fromTemplate({ ...walnuts, title })[0].zh.blurb.replaceAll(title, '…'),
  );
  expect(new Set(openings).size).toBeGreaterThanOrEqual(5);
});

it('is lawful, short, and free of prices and new figures, whatever the seller said', () => {
  fc.assert(
    fc.property(anyFacts, (facts) => {
      for (const { zh, en } of fromTemplate(facts)) {
        expect([...findObjectionsInWording(zh, facts), ...findObjectionsInWording(en, facts)]).toEqual([]);
        for (const { title, blurb } of [zh, en]) {
          expect(title.length).toBeLessThanOrEqual(TITLE_LENGTH);
          expect(title).not.toBe('');
          expect(blurb).not.toBe('');
        }
        expect(zh.blurb.length).toBeLessThanOrEqual(BLURB_LENGTH);
        expect(en.blurb.split(/\s+/).length).toBeLessThanOrEqual(BLURB_WORDS);
      }
    }),
    { numRuns: 100 },
  );
}, 60_000);
