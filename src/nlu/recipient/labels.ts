import { addressEvidence } from './evidence.ts';
import { alternation, lexicon } from './lexicon.ts';
import type { Span } from './text.ts';

export type LabelKind = 'name' | 'phone' | 'address' | 'postcode' | 'chain' | 'other';

/** 收货人: with what it stands before. */
export interface Label extends Span {
  readonly kind: LabelKind;
  /** With a colon or a word like 是 behind it: nothing else it could be. */
  readonly isSure: boolean;
}

const { labels, englishLabels } = lexicon;
const IS = '(?:都?(?:改成|改为|换成|换为|写成|变成|更正为|应该是|就是|是|为|叫|写|用|填))';
const NOT =
  '(?:信息|发|[写填用](?:[错的好过了]|不对|$)|错|不|没|跟|还|呢|吗|多少|在哪|有|能|可|要|怎|照|同|变|都|发你|上)';
const WHOSE = '[我他她俺]?(?:妈妈|爸爸|爸妈|妈|爸|姐姐|姐|哥|弟|妹|奶奶|爷爷|家里|公司|单位)?的';
const BEFORE = `(?:${WHOSE}|我|她|他|新的?|宝宝)?`;

const chinese = (kind: LabelKind, words: readonly string[]): { kind: LabelKind; pattern: RegExp } => ({
  kind,
  pattern: new RegExp(
    `\\(?${BEFORE}${alternation(words)}(?:\\d(?=\\s*:))?(?!${NOT})[)#]?(\\s*${IS}?\\s*:+|\\s*${IS})?\\s*`,
    'g',
  ),
});

const english = (kind: LabelKind, words: readonly string[]): { kind: LabelKind; pattern: RegExp } => ({
  kind,
  pattern: new RegExp(
    `(?<![a-z])(?:my |her |his |the )?${alternation(words)}(?![a-z])\\.?(\\s*(?:is\\b|:)\\s*:?|(?=\\s))\\s*`,
    'g',
  ),
});

/** Words that may be parts of anything: only at a border and with a colon. */
const strict = (kind: LabelKind, words: readonly string[]): { kind: LabelKind; pattern: RegExp } => ({
  kind,
  pattern: new RegExp(`(?<=^|[\\s,;\ue000])${alternation(words)}(\\s*:)\\s*`, 'g'),
});

/** 收 货 人: blanks between the signs, so that labels stand under one another. */
const spaced = (kind: LabelKind, words: readonly string[]): { kind: LabelKind; pattern: RegExp } => {
  const wide = words.filter((word) => word.length > 1).map((word) => [...word].join(' *'));
  return { kind, pattern: new RegExp(`(?<=^|[\\s,;\ue000])(?:${wide.join('|')})( *:)\\s*`, 'g') };
};

const rules = [
  chinese('other', labels.other),
  chinese('name', labels.name),
  chinese('chain', labels.chain),
  chinese('phone', labels.phone),
  chinese('address', labels.address),
  strict('name', labels.strict.name),
  strict('phone', labels.strict.phone),
  strict('address', labels.strict.address),
  spaced('name', labels.name),
  spaced('phone', labels.phone),
  spaced('address', labels.address),
  chinese('postcode', labels.postcode),
  english('phone', englishLabels.phone),
  english('name', englishLabels.name),
  english('address', englishLabels.address),
  english('postcode', englishLabels.postcode),
];

/** The labels of a message, the longest at each place. `isTaken` tells what is something else already. */
export function findLabels(plain: string): Label[] {
  const found = rules.flatMap(({ kind, pattern }) =>
    [...plain.matchAll(pattern)].map((one) => ({
      kind,
      isSure: one[1] !== undefined && one[1] !== '',
      start: one.index,
      end: one.index + one[0].length,
    })),
  );
  found.sort((a, b) => a.start - b.start || b.end - a.end);
  const kept: Label[] = [];
  for (const one of found) {
    const last = kept.at(-1);
    if ((!last || one.start >= last.end) && stands(plain, one)) kept.push(one);
  }
  return kept;
}

/**
 * A label stands at the start, behind a stop, or glued to what was said before; glued it needs a colon or a number behind
 * it, for a 手机 or a 地址 inside an address is a part of it.
 */
function stands(plain: string, { start, end, kind, isSure }: Label): boolean {
  const before = plain.slice(0, start);
  const isOpen = /(?:^|[\s,;:.()/|#\d]|[是的])$/.test(before);
  const behind = plain.slice(end);
  if (kind === 'address' && !isOpen)
    return isSure ? /[:是成到]\s*$/.test(plain.slice(start, end)) : isAddress(behind);
  if (isSure || isOpen) return true;
  return kind === 'phone' ? /^\+?[\d(\ue000]/.test(behind) : kind === 'name';
}

const isAddress = (words: string): boolean => addressEvidence(/^[^\s,;]*/.exec(words)?.[0] ?? '') >= 2;
