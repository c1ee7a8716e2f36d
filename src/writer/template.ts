import { findForbidden, findObjections } from './check.ts';
import { BLURB_LENGTH, type Draft, type Facts, TITLE_LENGTH } from './facts.ts';

/**
 * What can be said without a model: only what was given, in plain words. What stands beside it on every screen (price,
 * packs, stock) is left out, for it changes; so is any sentence that an advertisement may not carry.
 */
export function fromTemplate(facts: Facts): Draft {
  const title = cleaned(facts.title, facts);
  const draft = textsOf(title, cleaned(facts.titleEn ?? '', facts) || title, facts);
  if (findObjections(draft, facts).length === 0) return draft;
  return textsOf('', '', { ...facts, words: undefined, story: undefined });
}

function textsOf(title: string, titleEn: string, facts: Facts): Draft {
  const zh = title || `${facts.village.name}的农产品`;
  const en = titleEn || `Produce of ${facts.village.nameEn}`;
  return {
    zh: { title: cut(zh, TITLE_LENGTH), blurb: cut(blurbZh(zh, facts), BLURB_LENGTH) },
    en: { title: cut(en, TITLE_LENGTH), blurb: cut(blurbEn(en, facts), BLURB_LENGTH) },
  };
}

function blurbZh(title: string, facts: Facts): string {
  const { province, county, name } = facts.village;
  return [
    `${title}，来自${province}${county}${name}的${facts.seller}。`,
    facts.harvestedOn ? `${dateZh(facts.harvestedOn)}采收。` : '',
    ...tellable(facts).filter(isChinese),
  ].join('');
}

function blurbEn(title: string, facts: Facts): string {
  const { nameEn, countyEn, provinceEn } = facts.village;
  const place = [nameEn, countyEn, provinceEn].filter(Boolean).join(', ');
  return [
    `${title} from ${facts.sellerEn || facts.seller} in ${place}.`,
    facts.harvestedOn ? `Harvested on ${dateEn(facts.harvestedOn)}.` : '',
    ...tellable(facts).filter((sentence) => !isChinese(sentence)),
  ]
    .filter(Boolean)
    .join(' ');
}

/** The seller's own sentences, without those that name a figure or may not be said. */
function tellable(facts: Facts): string[] {
  const sentences = `${facts.words ?? ''}\n${facts.story ?? ''}`.match(/[^。！？!?.\n]+[。！？!?.]*/g) ?? [];
  return sentences
    .map((sentence) => sentence.trim())
    .filter((sentence) => /\p{L}/u.test(sentence) && !/\p{N}/u.test(sentence))
    .filter((sentence) => findForbidden(sentence, facts).length === 0)
    .map((sentence) =>
      /[。！？!?.]$/.test(sentence) ? sentence : `${sentence}${isChinese(sentence) ? '。' : '.'}`,
    );
}

/** A title without the words that it may not carry: 最好的核桃 is 核桃. */
function cleaned(title: string, facts: Facts): string {
  const [word] = findForbidden(title, facts);
  if (word === undefined) return title.replace(/\s+/g, ' ').trim();
  const rest = title
    .normalize('NFKC')
    .replace(word, ' ')
    .replace(/^\s*[的，,]/u, '');
  // A word that was hidden by spaces or odd signs is found, but not where it stands.
  return rest.length < title.length ? cleaned(rest, facts) : '';
}

const isChinese = (text: string): boolean => /\p{Script=Han}/u.test(text);

function dateZh(date: string): string {
  const [year, month, day] = date.split('-').map(Number);
  return `${year}年${month}月${day}日`;
}

/** `20 September 2026`. */
const dateEn = (date: string): string =>
  new Date(`${date}T00:00:00Z`).toLocaleDateString('en-GB', { dateStyle: 'long', timeZone: 'UTC' });

const cut = (text: string, length: number): string =>
  text.length <= length ? text : `${text.slice(0, length - 1)}…`;
