import type { BaseQuantity, Measure } from '../../shop/values/quantity.ts';
import { readText } from '../claims/reading.ts';
import { vocabulary } from '../claims/vocabulary.ts';
import type { Facts } from './facts.ts';
import { withoutPersonalData } from './personal-data.ts';

/** Prices and stock are no facts: they change, and the screen shows them beside the text. */
const MOVING =
  /[¥￥$€]|(?:\d[\d.,]*|[零一二三四五六七八九十百千万两半]+)\s*(?:元|块|毛|角)|\b(?:yuan|rmb|cny)\b|(?:还?有|剩|库存|现货)\s*\d|\b(?:in stock|left)\b/iu;
const MOST_CHARS = 1_000;

const lists = new WeakMap<Facts, readonly string[]>();

/** All facts of a product, one a line, as receipts cite them. Kept, since a draft asks for them at each of its sentences. */
export function factList(facts: Facts): readonly string[] {
  const list = lists.get(facts) ?? listOf(facts);
  lists.set(facts, list);
  return list;
}

function listOf(facts: Facts): string[] {
  const { seller, sellerEn } = facts;
  return [...productFacts(facts), `卖家:${seller}`, ...(sellerEn ? [`seller: ${sellerEn}`] : [])];
}

/** The facts that a model gets: without names, telephone numbers and addresses. */
export function promptFacts(facts: Facts): string[] {
  const names = [facts.seller, facts.sellerEn].filter((name) => name != null && name.length > 1);
  const { words = '', story = '' } = facts;
  return productFacts({ ...facts, words: withoutPersonalData(words), story: withoutPersonalData(story) })
    .map((fact) => names.reduce((left: string, name) => left.replaceAll(name ?? '', ' '), fact))
    .map(withoutPersonalData);
}

function productFacts(facts: Facts): string[] {
  const { title, titleEn, harvestedOn, village, words = '' } = facts;
  const { name, county, province, nameEn, countyEn, provinceEn } = village;
  return [
    `商品:${title}`,
    ...(titleEn ? [`product: ${titleEn}`] : []),
    `产地:${province}${county}${name}`,
    `origin: ${[nameEn, countyEn, provinceEn].filter(Boolean).join(', ')}`,
    ...(harvestedOn ? [`采收:${dateZh(harvestedOn)}`] : []),
    ...facts.packs.map((pack) => `规格:${packZh(facts.measure, pack)}`),
    ...splitSaid(words).map((said) => `卖家说:${said}`),
    ...findOwnStory(facts).map((said) => `家里:${said}`),
  ];
}

/** The seller's story without sentences about other goods: thirty years of walnuts say nothing of chestnuts. */
export function findOwnStory({ title, titleEn, story = '' }: Facts): string[] {
  const own = new Set(goodsIn(`${title} ${titleEn ?? ''}`));
  return splitSaid(story).filter((sentence) => {
    const goods = goodsIn(sentence);
    return goods.length === 0 || goods.some((one) => own.has(one));
  });
}

/** Goods that a text names, and goods that those names imply. */
function goodsIn(text: string): number[] {
  const { goods, implied } = vocabulary();
  const { phrases, chinese, english } = readText(text);
  const words = [...chinese.map(({ word }) => word), ...english.map(({ stem }) => stem)];
  const named = [
    ...phrases.flatMap(({ meanings }) => [...meanings]),
    ...words.flatMap((word) => [...(vocabulary().meanings.get(word) ?? [])]),
  ].filter((one) => goods.has(one));
  return named.flatMap((one) => [one, ...(implied.get(one) ?? [])]).filter((one) => goods.has(one));
}

/** Splits a text into sentences and removes clauses that name a price or a stock. */
export function splitSaid(text: string): string[] {
  const sentences = text
    .normalize('NFKC')
    .slice(0, MOST_CHARS)
    .split(/[。！？!?\n]+|\.(?!\d)/u);
  return sentences
    .map((sentence) =>
      sentence
        .split(/[,，;；]|(?<=\p{Script=Han}) (?=\p{Script=Han})/u)
        .filter((clause) => !MOVING.test(clause) && /\p{L}/u.test(clause))
        .map((clause) => clause.trim())
        .join(','),
    )
    .filter((sentence) => sentence !== '');
}

/** `2026年9月20日`. */
export function dateZh(date: string): string {
  const [year, month, day] = date.split('-').map(Number);
  return `${year}年${month}月${day}日`;
}

function packZh(measure: Measure, base: BaseQuantity): string {
  if (measure === 'COUNT') return `${base}个`;
  return `${base}${measure === 'MASS' ? '克' : '毫升'}`;
}
