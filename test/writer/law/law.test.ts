import { expect, it } from 'vitest';
import { findLawHits, findUnlawful } from '../../../src/writer/law/law.ts';
import { law } from '../../../src/writer/law/law-rules.ts';

it.each([
  '最好的核桃',
  '全村最甜',
  '山西第一核桃',
  '销量第1',
  '国家级品质',
  '核桃中的极品',
  '顶级好货',
  '100%纯核桃',
  '１００％新鲜',
  '百分百新鲜',
  '纯天然',
  '保证新鲜',
  '可以治疗失眠',
  '常吃降血压',
  '抗癌食品',
  '核桃补脑',
  '增强免疫力',
  '有机种植',
  '最 好吃',
  '最\u200b好吃',
  'The best walnuts',
  'Our No. 1 seller',
  'the most delicious walnuts',
  '100% natural',
  'It cures colds.',
  'lowers blood pressure',
  'good for your brain',
  'Organic walnuts',
  'THE FINEST',
])('“%s” is against the law', (text) => {
  expect(findUnlawful(text)).not.toEqual([]);
});

it.each([
  '岭头村王桂花家的纸皮核桃，2026年9月20日采收。',
  '最近采收，最晚周五发货，一次最多买十斤。',
  '今年第一批核桃，第一天就晒好。',
  '第十二届',
  '第1批',
  '壳薄，手一捏就开。',
  'Best before December 2027.',
  'Cured ham from the village, a treat for the table.',
  'Walnuts from Wang Guihua in Lingtou, dried in the sun.',
  'Most of the trees stand above the village.',
  'the most of the harvest',
])('“%s” is lawful', (text) => {
  expect(findUnlawful(text)).toEqual([]);
});

it('names each word once, as it stands there', () => {
  expect(findUnlawful('最好的核桃，最好的家。Best of the best.')).toEqual(['最好', 'Best', 'best']);
});

const examples = law().rules.flatMap(({ id, level, examples: { unlawful, lawful } }) => [
  ...unlawful.map((text) => ({ id, level, text, isUnlawful: true })),
  ...lawful.map((text) => ({ id, level, text, isUnlawful: false })),
]);

it.each(examples)('rule $id is right about “$text”', ({ id, level, text, isUnlawful }) => {
  const hits = findLawHits(text);
  if (isUnlawful) expect(hits).toContainEqual({ rule: id, level, words: expect.any(String) });
  else expect(hits).toEqual([]);
});

it('tells what needs a certificate from what is forbidden', () => {
  expect(findLawHits('有机小米，全县最香')).toEqual([
    { rule: 'organic', level: 'certificate', words: '有机' },
    { rule: 'most', level: 'forbidden', words: '最香' },
  ]);
});

it('names hidden words as they stand there', () => {
  expect(findUnlawful('今年最 甜的枣，国\u200b家级。')).toEqual(['最 甜', '国\u200b家级']);
});
