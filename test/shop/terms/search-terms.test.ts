import { describe, expect, it } from 'vitest';
import { areNamed, searchColumns, searchTerms } from '../../../src/shop/terms/search-terms.ts';
import { shelfTerms } from '../../../src/shop/terms/synonyms.ts';

/** True where whoever says `words` finds a product of this title. */
function finds(words: string, title: string, titleEn: string | null = null, seller = '王秀英家'): boolean {
  const { search } = searchColumns(title, titleEn, seller);
  const terms = searchTerms(words);
  return terms.length > 0 && terms.every((term) => search.includes(term));
}

describe('a product is found by', () => {
  it.each([
    ['its name', '核桃', '薄皮核桃'],
    ['one character of it', '桃', '薄皮核桃'],
    ['pinyin', 'hetao', '薄皮核桃'],
    ['pinyin in two words', 'he tao', '薄皮核桃'],
    ['initials', 'ht', '薄皮核桃'],
    ['traditional characters', '蕎麥麵', '荞麦面'],
    ['full-width letters', 'ＷＡＬＮＵＴ', '核桃'],
    ['its name in English, of one or many', 'Walnuts', '核桃'],
    ['another word for it', '马铃薯', '洋芋'],
    ['an English word for another word for it', 'potatoes', '山药蛋'],
    ['a word that the seller never used', 'groundnut', '花生米'],
    ['the household', '王秀英', '核桃'],
  ])('%s: %s', (_, words, title) => {
    expect(finds(words, title)).toBe(true);
  });

  it.each([
    ['a word that is a part of another thing', 'radish', '胡萝卜'],
    ['what it was made of, in English', 'grape', '葡萄干'],
    ['a name that is a fruit', 'plum', '核桃'],
    ['two words of which it carries one', 'walnut oil', '核桃'],
    ['nothing', ' ?! ', '核桃'],
  ])('not by %s: %s', (_, words, title) => {
    expect(finds(words, title, null, '李杏家')).toBe(false);
  });

  it('has no more than some hundred terms, however long its title', () => {
    const title = '山西汾阳岭头村今年新采薄皮核桃自家院里晒干个大皮薄一捏就开五斤装包邮送礼佳品';
    expect(searchColumns(title, null, '王秀英家').search.length).toBeLessThan(600);
  });
});

describe('a name is what people call the product itself', () => {
  it.each([
    ['核桃', '薄皮核桃', null],
    ['核桃', '核桃', 'Walnuts'],
    ['walnuts', '薄皮核桃', 'Thin-shelled walnuts'],
    ['walnut', '薄皮核桃', null],
    ['红枣', '红枣（干）', null],
    ['大枣', '红枣', null],
    ['honey', '槐花蜜', 'Honey from the hill'],
  ])('%s is %s', (words, title, titleEn) => {
    expect(areNamed(words, title, titleEn)).toBe(true);
  });

  it.each([
    ['核桃', '核桃仁', 'Walnut kernels'],
    ['walnuts', '核桃油', 'Walnut oil'],
    ['枣', '枣花蜜', 'Date blossom honey'],
    ['王秀英', '核桃', null],
    ['薄皮核桃', '核桃', null],
    ['', '核桃', null],
  ])('%s is not %s', (words, title, titleEn) => {
    expect(areNamed(words, title, titleEn)).toBe(false);
  });
});

it('keeps no word for two shelves', () => {
  const words = Object.values(shelfTerms).flat();
  expect(new Set(words).size).toBe(words.length);
});
