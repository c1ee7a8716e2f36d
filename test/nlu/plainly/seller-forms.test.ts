import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { knownWith } from '../../../src/nlu/model/goods.ts';
import { loadForms } from '../../../src/nlu/plainly/forms.ts';
import { saySellerPlainly } from '../../../src/nlu/plainly/seller-forms.ts';
import { namesAsWords } from '../../../src/nlu/plainly/slots.ts';
import { cpuMs } from '../../support/cpu.ts';

// Sellers' messages of unseen shape, said in the plain sentences that they stand for.

const names = { goods: knownWith(['芝麻盐', 'sesame salt']), people: namesAsWords(['王芳', 'Li Lei']) };
const say = saySellerPlainly(['tibet', 'xinjiang']);
const likeliest = (message: string): string | undefined => say(message, names)[0]?.sentence;

describe('sellers, said plainly', () => {
  it.each([
    ['芝麻盐3斤起卖，少了划不来', '芝麻盐3斤起卖'],
    ['芝麻盐少于五斤的单子不要接', '芝麻盐五斤起卖'],
    ['寄出去一趟收人八块，凑到一百这钱我来', '运费8元，满100元包邮'],
    ['新疆那块儿寄一单得十八', '发新疆运费18元'],
    ['云南又走得了，敞开收', '云南恢复发货'],
    ['就四川重庆这两处寄，远了不弄', '只发四川、重庆'],
    ['王芳那单我揽下了', '王芳的订单接单'],
    ['今儿落袋多少', '今儿卖了多少钱'],
    ['芝麻盐又拉回来六十斤', '芝麻盐补货六十斤'],
    ['postage 8, nothing to pay past a hundred', 'shipping 8 yuan, free from 100 yuan'],
    ['nobody gets more than 5 jin of sesame salt', 'sesame salt limit 5 jin per person'],
    ['Li Lei gets 6 yuan back', "refund 6 yuan on Li Lei's order"],
    ['away Wednesday to Friday, nothing posted', 'no shipping Wednesday to Friday'],
  ])('%s', (message, plain) => {
    expect(likeliest(message)).toBe(plain);
  });

  it.each([
    '听说西藏又不让寄了',
    // Of some days: said of all days, it would be another thing.
    '国庆那几天就都别收客人邮费了',
    '下周一起邮费都按8块算',
    '去年核桃卖过20一斤',
    '隔壁家运费才五块，人家咋赚的',
    '你说核桃卖16贵不贵',
    '核桃 15元一斤 有200斤',
    '红枣新货，12一斤，家里80斤，5斤装一箱55',
    '今天真冷啊',
    'my neighbour ships free over 50',
    'i wonder if 8 yuan shipping is too much',
  ])('says nothing of %s', (message) => {
    expect(say(message, names)).toEqual([]);
  });

  it('proposes no form that would leave a sum or a place unsaid', () => {
    const { forms } = loadForms('lexicon/plain-seller.yaml');
    expect(forms.map(({ name }) => name)).toContain('fee');
    const sentences = say('运费8块，新疆15块', names).map(({ sentence }) => sentence);
    expect(sentences).not.toContain('运费8元');
    expect(sentences).not.toContain('发新疆运费15元');
  });

  it('says no figure that the message does not say', () => {
    const { forms } = loadForms('lexicon/plain-seller.yaml');
    const shapes = forms.flatMap(({ examples }) => examples);
    const figure = fc.integer({ min: 1, max: 999 });
    const message = fc.tuple(fc.constantFrom(...shapes), fc.array(figure, { minLength: 8, maxLength: 8 }));
    fc.assert(
      fc.property(message, ([shape, figures]) => {
        const left = [...figures];
        const next = () => left.pop() ?? 1;
        const typed = shape
          .replace(/<money>/g, () => `${next()}元`)
          .replace(/<amount>/g, () => `${next()}斤`)
          .replace(/<number>/g, () => ` ${next()} `)
          .replace(/<item>/g, () => `${next()}号`)
          .replace(/<order>/g, () => `A-${next()}`)
          .replace(/<time>/g, '明天')
          .replace(/<code>/g, 'SF1234567890')
          .replace(/<goods>/g, '芝麻盐')
          .replace(/<place>/g, '西藏')
          .replace(/<person>/g, '王芳');
        const said = new Set(typed.match(/\d+/g));
        for (const { sentence } of say(typed, names))
          for (const [digits] of sentence.matchAll(/\d+/g)) expect(said).toContain(digits);
      }),
      { numRuns: 400 },
    );
  });

  it('take about a millisecond a message', async () => {
    const message = '芝麻盐少于五斤的单子不要接';
    expect(await cpuMs(async () => Array.from({ length: 300 }, () => say(message, names)))).toBeLessThan(600);
  });
});
