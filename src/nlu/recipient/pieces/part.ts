import type { Recipient } from '../../reading.ts';
import { normalizeText } from '../../text/text.ts';
import { parseRecipient } from '../parse.ts';

interface Parted {
  readonly recipient: Recipient | null;
  /** The message without it: stops stand where it stood, so that what was before and behind it stays apart. */
  readonly rest: string;
  /** Something of the address or the name may belong elsewhere. */
  readonly isUnsure: boolean;
}

/** The recipient that a message names, and what else it says. */
export function withoutRecipient(message: string): Parted {
  const { said } = normalizeText(message);
  const parsed = behindEnglish(said) ?? parseRecipient(said);
  const { name = null, phone = null, address = null, extension, postcode, used, unsure } = parsed;
  const rest = used.reduce(
    (words, { start, end }) => words.slice(0, start) + ';'.repeat(end - start) + words.slice(end),
    said,
  );
  const isNobody = name === null && phone === null && address === null;
  const more = { ...(extension && { extension }), ...(postcode && { postcode }) };
  return {
    recipient: isNobody ? null : { name, phone, address, ...more },
    rest,
    isUnsure: address !== null && unsure.length > 0,
  };
}

/**
 * Hello from Toronto! 5 kg of apples for my mum please: 李兰 138… 成都市…: of a person and an address in Chinese, what stands
 * before them in English is no part.
 */
function behindEnglish(said: string): ReturnType<typeof parseRecipient> | undefined {
  const start = NAMED.exec(said)?.index ?? (LED.exec(said)?.[0].length || said.search(HAN));
  const lead = said.slice(0, Math.max(start, 0));
  const isEnglish = !HAN.test(lead) && (lead.match(WORD) ?? []).length >= LEAST_WORDS;
  if (!HAN.test(said) || !(isEnglish || LED.test(lead))) return undefined;
  const parsed = parseRecipient(`${BLANK.repeat(start)}${said.slice(start)}`);
  const isWhole = parsed.missing.length === 0 && HAN.test(parsed.address ?? '');
  return isWhole ? { ...parsed, used: parsed.used.filter(({ end }) => end > start) } : undefined;
}

const HAN = /\p{Script=Han}/u;
const WORD = /\p{Script=Latin}{2,}/gu;
const LEAST_WORDS = 2;
const BLANK = ';';
/** 我在多伦多，给我妈买5斤苹果：: goods before a colon. */
const LED =
  /^[^:：\d]*[\d一二两三四五六七八九十半]+(?:斤|公斤|千克|箱|袋|盒|瓶|罐|个|kg)[^:：\d]{0,12}[:：]/u;
/** For Li Lan 138…: a name in Latin letters before a mobile. */
const NAMED = /(?<=\b(?:for|to|:)\s*)\p{Lu}\p{Ll}+(?:\s\p{Lu}\p{Ll}+){1,2}(?=[\s,]+1\d{10}(?!\d))/u;
