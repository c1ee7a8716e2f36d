import { parsePhoneNumberFromString } from 'libphonenumber-js/max';
import type { Span, Text } from './text.ts';

export type PhoneKind = 'mobile' | 'abroad' | 'landline' | 'hidden';

/** A phone in a message. `number` is as it is kept: eleven digits, 0931-2180017, or the local number of Hong Kong and others. */
export interface FoundPhone extends Span {
  readonly kind: PhoneKind;
  readonly number: string;
  readonly extension?: string;
}

const SEP = '[- .]{0,3}';
const MOBILE = `(?<![\\d*])(?:\\(?(?:\\+|00)?\\s?86\\)?[-\\s.]*)?(1[3-9]\\d(?:${SEP}\\d){8})(?!\\d)`;
const HIDDEN = '(?<!\\d)(1[3-9]\\d?\\d?[*x]{3,8}\\d{2,4})(?!\\d)';
const ABROAD =
  '(?<!\\d)\\(?(?:\\+|00|(?<=\\())(852|853|886)\\)?[-\\s]?\\(?0?\\)?(\\d(?:[-\\s]?\\d){7,9})(?!\\d)';
const LOCAL_8 = '(?<![\\d-])([2-9]\\d{3}[-\\s]?\\d{4})(?![\\d-])';
const TAIWAN = '(?<![\\d-])(0\\d{1,3}[-\\s]?\\d{3,4}[-\\s]?\\d{3,4})(?![\\d-])';
const LANDLINE =
  '(?<![\\d-])(?:(?:\\+|00)?86[-\\s]?)?\\(?(0?(?:10|2\\d|[3-9]\\d{2}))\\)?([-\\s]?)([1-9]\\d{6,7})(?!\\d)';
const SERVICE = '(?<![\\d-])([48]00[-\\s]?\\d{3,4}[-\\s]?\\d{3,4})(?![\\d-])';
/** 转7804, -7804, #7804, [7804], 分机7804 right behind a number; a bare comma only where nothing follows. */
const EXTENSION =
  /^(?:\s*(?:转接?|分机号?|ext\.?)\s*:?\s*(\d{2,6})|\s?[-#_]\s?(\d{3,6})(?![\d-])|\s?\((?:转|分机号?|ext\.?)?\s*:?\s*(\d{3,6})\)(?:转)?|,\s*(\d{4})(?=\s*$))(?!\d)/;

const REGIONS = [
  { code: '852', region: 'HK', hint: /香港|九龙|新界|港岛|hong kong|kowloon/ },
  { code: '853', region: 'MO', hint: /澳门|氹仔|路环|macau|macao/ },
  {
    code: '886',
    region: 'TW',
    hint: /台湾|台北|新北市|桃园市|台中|台南|高雄|新竹|基隆|嘉义|苗栗|彰化|南投|云林县|屏东|宜兰县|花莲|台东|澎湖|金门|taiwan|taipei/,
  },
] as const;

/** Every phone of a message, none overlapping another. */
export function findPhones(text: Text): FoundPhone[] {
  const found: FoundPhone[] = [];
  const take = (more: readonly FoundPhone[]): void => {
    for (const one of more)
      if (!found.some((other) => one.start < other.end && other.start < one.end)) found.push(one);
  };
  take(matches(text, ABROAD, abroad));
  take(matches(text, MOBILE, ([, number = '']) => ({ kind: 'mobile', number: digits(number) })));
  take(matches(text, HIDDEN, ([, number = '']) => ({ kind: 'hidden', number })));
  take(local(text));
  take(matches(text, LANDLINE, landline));
  take(matches(text, SERVICE, ([, number = '']) => ({ kind: 'landline', number: digits(number) })));
  return found.map((one) => withExtension(text, one)).sort((a, b) => a.start - b.start);
}

type Make = (found: RegExpExecArray) => Pick<FoundPhone, 'kind' | 'number'> | undefined;

function matches({ plain }: Text, pattern: string, make: Make): FoundPhone[] {
  return [...plain.matchAll(new RegExp(pattern, 'g'))].flatMap((found) => {
    const made = make(found);
    return made ? [{ ...made, start: found.index, end: found.index + found[0].length }] : [];
  });
}

/** Hong Kong's, Macau's and Taiwan's numbers without a country code, where the message speaks of such a place. */
function local(text: Text): FoundPhone[] {
  return REGIONS.filter(({ hint }) => hint.test(text.plain)).flatMap(({ region }) =>
    matches(text, region === 'TW' ? TAIWAN : LOCAL_8, ([, number = '']) => {
      const isReal = parsePhoneNumberFromString(number, region)?.isPossible();
      return isReal ? { kind: 'abroad', number: digits(number) } : undefined;
    }),
  );
}

function abroad([, code = '', number = '']: RegExpExecArray): ReturnType<Make> {
  const parsed = parsePhoneNumberFromString(`+${code}${digits(number)}`);
  if (!parsed?.isPossible()) return undefined;
  return { kind: 'abroad', number: code === '886' ? `0${parsed.nationalNumber}` : parsed.nationalNumber };
}

/** With an area code that there is; written apart from it, the number may be of any form. */
function landline([all, area = '', gap = '', number = '']: RegExpExecArray): ReturnType<Make> {
  const isMarked = area.startsWith('0') || /^(?:\+|00)?86/.test(all);
  const code = area.startsWith('0') ? area : `0${area}`;
  const parsed = parsePhoneNumberFromString(code + number, 'CN');
  const isReal = gap === '' ? parsed?.isValid() : parsed?.isPossible();
  return isMarked && isReal ? { kind: 'landline', number: `${code}-${number}` } : undefined;
}

function withExtension({ plain }: Text, one: FoundPhone): FoundPhone {
  const found = EXTENSION.exec(plain.slice(one.end));
  const extension = found?.slice(1).find((digits) => digits !== undefined);
  return found && extension ? { ...one, extension, end: one.end + found[0].length } : one;
}

const digits = (words: string): string => words.replace(/\D/g, '');
