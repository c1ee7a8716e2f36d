import { alternation, lexicon as recipientWords } from '../../../recipient/lexicon.ts';
import { looksLikeFullName } from '../../../recipient/names.ts';
import { normalizeText } from '../../../text/text.ts';
import { courtesy, pattern } from '../../act-patterns.ts';
import { lexicon } from '../../lexicon.ts';
import { phrasePattern, plainWords } from '../../phrases.ts';
import { goesElsewhere } from './destination.ts';

/** A name, or what is added to an address, as it was typed. */
export interface RecipientPiece {
  readonly is: 'recipient';
  readonly piece: 'name' | 'more';
  readonly text: string;
}

/**
 * 收件人写李强 139…，地址不变: the parcel goes where it went. So it does where nothing but a name and a phone is said of the
 * recipient: 收件人写李强 139…，寄到他公司 names another place.
 */
export function keepsPlace(message: string, { name = '', phone = '' }: Called): boolean {
  const said = plainWords(message);
  if (pattern.sameAddress.test(said)) return !goesElsewhere(said);
  const left = [plainWords(name), phone, pattern.recipientName, KIN, courtesy, AROUND].reduce(
    (rest: string, words) => rest.replace(words, ' '),
    said,
  );
  return pattern.recipientName.test(said) && left.trim() === '';
}

interface Called {
  readonly name?: string | undefined;
  readonly phone?: string | undefined;
}

const AROUND = /(?:电话|手机号?|号码|写|叫|是|填|成|为|吧|了|\b(?:phone|number|is|to|please)\b|\s)+/gu;

const FLAT =
  /[\d一二三四五六七八九十]\s*(?:号|室|单元|栋|楼|层|幢|座|门|户|院)|\b(?:flat|apt|apartment|unit|room|floor)\b/iu;

/** 收货人写我爸，王建军; 补充一下，3单元502. */
export function readRecipientPiece(message: string): RecipientPiece | undefined {
  const { plain } = normalizeText(message);
  const name = pattern.recipientName.exec(plain);
  const more = name ? null : pattern.addressMore.exec(plain);
  const found = name ?? more;
  if (!found || found.index > 8) return undefined;
  const text = message
    .slice(found.index + found[0].length)
    .replace(/^[\s,，:：。是]+/u, '')
    .trim();
  if (text === '' || text.length > 60) return undefined;
  // 收件人写我老公，李强，139…，地址不变: with a phone it is more than a piece.
  if (name && text.replace(A_PHONE, '') !== text && text.replace(NOT_THAT, '') === text) return undefined;
  if (more) return FLAT.test(text) ? { is: 'recipient', piece: 'more', text } : undefined;
  const said = nameSaid(text);
  return mayBeName(said) ? { is: 'recipient', piece: 'name', text: said } : undefined;
}

/** 我爸，王建军; my son Tom Reed, same address: without whose relative it is. */
function nameSaid(text: string): string {
  const [first = '', ...others] = text
    .replace(A_PHONE, ' ')
    .replace(NOT_THAT, ' ')
    .split(/[,，。;；\s]+/)
    .filter((part) => part.replace(courtesy, '') !== '');
  if (!/\p{Script=Han}/u.test(text.replace(A_PHONE, '')) && /\p{L}/u.test(text))
    return (text.split(/[,;]/)[0] ?? '').replace(/^(?:my|our)\s+[a-z]+\s+(?=\p{Lu})/u, '').trim();
  const name = (others.findLast((part) => !thanks.test(part)) ?? first).replace(
    /^(?:写|叫|是|填|改成|换成|成|为)+/u,
    '',
  );
  const called = name.replace(KIN, '');
  return looksLikeFullName(called) ? called : name;
}

const thanks = phrasePattern(lexicon.whole.thanks);

/** 李娜 13900008888: the name alone. */
const A_PHONE = /(?:电话|手机)?[:：]?\s*\d{6,}/gu;
/** 写错了，是张伟不是章伟: what is not meant. */
const NOT_THAT = /^错了?|(?:不是|而不是)\p{Script=Han}{1,4}?(?=是|$|[\s,，。;；])/gu;

/** No phone, no place, and no sentence: `its for my gran so nothing too hard`. */
const mayBeName = (name: string): boolean =>
  /^[到在给寄送]/u.test(name)
    ? false
    : /\p{Script=Han}/u.test(name)
      ? [...name].length <= LONGEST_NAME
      : /^\p{Lu}/u.test(name) || (name !== '' && name.split(/\s+/).length <= 3);

const LONGEST_NAME = 10;

const KIN = new RegExp(`^[我俺额她他]?${alternation(recipientWords.leads.kin)}`, 'u');
