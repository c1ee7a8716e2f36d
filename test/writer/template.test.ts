import fc from 'fast-check';
import { expect, it } from 'vitest';
import { findObjections } from '../../src/writer/check.ts';
import { BLURB_LENGTH, TITLE_LENGTH } from '../../src/writer/facts.ts';
import { fromTemplate } from '../../src/writer/template.ts';
import { anyFacts, walnuts } from './facts.ts';

it('says in both languages what it is, whose, from where, and since when', () => {
  expect(fromTemplate(walnuts)).toEqual({
    zh: { title: '纸皮核桃', blurb: '纸皮核桃，来自山西省汾阳市岭头村的王桂花家。2026年9月20日采收。' },
    en: {
      title: 'Paper-shell walnuts',
      blurb:
        'Paper-shell walnuts from Wang Guihua in Lingtou, Fenyang, Shanxi. Harvested on 20 September 2026.',
    },
  });
});

it('keeps what the seller said in the language it was said in, but no figures and nothing unlawful', () => {
  const words = '核桃 15元一斤 有200斤\n壳薄，手一捏就开。治疗失眠。全村最好！';
  const { zh, en } = fromTemplate({ ...walnuts, words, story: 'We dry them in the sun.' });
  expect(zh.blurb).toBe('纸皮核桃，来自山西省汾阳市岭头村的王桂花家。2026年9月20日采收。壳薄，手一捏就开。');
  expect(en.blurb).toMatch(/20 September 2026\. We dry them in the sun\.$/);
});

it('takes out of a title what it may not carry', () => {
  expect(fromTemplate({ ...walnuts, title: '最好的核桃' }).zh.title).toBe('核桃');
  expect(fromTemplate({ ...walnuts, title: '最好' }).zh.title).toBe('岭头村的农产品');
});

it('does without what is not known', () => {
  const { name, nameEn, county, province } = walnuts.village;
  const { seller, measure, price, title } = walnuts;
  const village = { name, nameEn, county, province };
  const { zh, en } = fromTemplate({
    title,
    measure,
    price,
    packs: [],
    harvestedOn: undefined,
    seller,
    village,
  });
  expect(zh.blurb).toBe('纸皮核桃，来自山西省汾阳市岭头村的王桂花家。');
  expect(en).toEqual({ title: '纸皮核桃', blurb: '纸皮核桃 from 王桂花家 in Lingtou.' });
});

it('is lawful, short, and free of prices and new figures, whatever the seller said', () => {
  fc.assert(
    fc.property(anyFacts, (facts) => {
      const draft = fromTemplate(facts);
      expect(findObjections(draft, facts)).toEqual([]);
      for (const { title, blurb } of [draft.zh, draft.en]) {
        expect(title.length).toBeLessThanOrEqual(TITLE_LENGTH);
        expect(title).not.toBe('');
        expect(blurb.length).toBeLessThanOrEqual(BLURB_LENGTH);
      }
    }),
    { numRuns: 500 },
  );
});
