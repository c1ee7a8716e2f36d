import { describe, expect, it } from 'vitest';
import { findLawHits } from '../../../src/writer/law/law.ts';
import { rewriteLawfully } from '../../../src/writer/law/rewrite.ts';
import { judgeSense, SENSES } from '../../../src/writer/law/senses.ts';
import { plainText } from '../../../src/writer/text/plain-text.ts';
import { textsOfFrames } from '../../../training/law/frames.ts';
import { randomFrom } from '../../../training/random.ts';

describe('the sense of a text', () => {
  it('is unlawful where no rule knows the words', () => {
    expect(findLawHits('壳薄，手一捏就开。我舅喝了一冬小米粥，拐杖都扔了')).toEqual([
      { rule: 'health-sense', level: 'forbidden', words: expect.any(String) },
    ]);
  });

  it('sets aside words of a rule that are harmless there', () => {
    expect(findLawHits('村里的世界级难题:狗追邮递员')).toEqual([]);
    expect(findLawHits('世界级品质的核桃')).not.toEqual([]);
  });

  it('is found in traditional characters', () => {
    expect(findLawHits('馳名商標，老字號臘味').map(({ level }) => level)).toContain('forbidden');
    expect(findLawHits('純野生蜂蜜')).toMatchObject([{ level: 'certificate' }]);
  });

  it('loses the clause by the rewrite', () => {
    expect(rewriteLawfully('壳薄，手一捏就开。我舅喝了一冬小米粥，拐杖都扔了')).toMatch(/^壳薄，手一捏就开/);
  });

  it('is known for nearly all texts that the frames make, and lawful ones stay lawful', () => {
    const texts = textsOfFrames(2, randomFrom(99));
    const judged = texts.map(({ text, sense }) => {
      const { forbidden, certificate } = judgeSense(plainText(text).text);
      return { isMeant: sense !== 'ok', isFound: forbidden + certificate > 0.5 };
    });
    const right = judged.filter(({ isMeant, isFound }) => isMeant === isFound);
    expect(texts.every(({ sense }) => SENSES.some((one) => one === sense))).toBe(true);
    expect(right.length / judged.length).toBeGreaterThan(0.94);
  });
});
