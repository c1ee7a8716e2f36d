import { findAddress } from './recipient-address.ts';
import { findName, nameBeside } from './recipient-name.ts';
import type { Part } from './recipient-part.ts';
import type { Text } from './text.ts';

/** Whom goods go to, as far as a message says. */
export interface Recipient {
  readonly name: string | null;
  /** Eleven digits. */
  readonly phone: string | null;
  /** In one string, without labels. */
  readonly address: string | null;
}

/** What was found, and the message without it: blanked, so that places stay. */
interface Found {
  readonly recipient: Recipient | null;
  readonly rest: Text;
}

const PHONE =
  /(?:(?:(?:my |her |his )?(?:tel|phone|mobile|cell|call)(?: ?(?:number|no\.?))?(?: is)?|(?:我的?|联系|收货)?(?:电话|手机|号码|联系方式)(?:号码?)?(?:是|为)?)\s*[:#]?\s*)?(?<!\d)(?:\(?\+?86\)?[- .]?)?(1[3-9](?:[- .]?\d){9})(?!\d)/g;

/** Finds name, phone and address, in any order, with labels or without. */
export function takeRecipient(text: Text): Found {
  const phone = findPhone(text.plain);
  const behindPhone = phone ? without(text, phone) : text;
  const name = findName(behindPhone, phone);
  const behindName = name ? without(behindPhone, name) : behindPhone;
  const [address, rest] = takeAddress(behindName, phone !== undefined || name !== undefined);
  if (!phone && !name && !address) return { recipient: null, rest: text };
  const alone = address && !name ? nameBeside(rest) : undefined;
  if (alone)
    return {
      recipient: { name: alone.text, phone: phone?.text ?? null, address: address?.text ?? null },
      rest: without(rest, alone),
    };
  const recipient = { name: name?.text ?? null, phone: phone?.text ?? null, address: address?.text ?? null };
  return { recipient, rest };
}

const CORRECTION = /不对|错|改|换|不是|no wait|sorry|actually|instead/;

/** The address; of two with a correction between them the last. */
function takeAddress(text: Text, isExpected: boolean): [Part | undefined, Text] {
  const first = findAddress(text, isExpected);
  if (!first) return [undefined, text];
  const rest = without(text, first);
  const second = findAddress(rest, isExpected);
  const isCorrected = second && CORRECTION.test(text.plain.slice(first.end, second.start + 4));
  return isCorrected && second.start > first.end ? [second, without(rest, second)] : [first, rest];
}

/** The phone, if there is just one: of two, nobody knows which is meant, but after a correction it is the last. */
function findPhone(plain: string): Part | undefined {
  const [found, other] = [...plain.matchAll(PHONE)];
  const digits = (one: RegExpMatchArray | undefined): string => one?.[1]?.replace(/\D/g, '') ?? '';
  if (!found) return undefined;
  const isOther = other && digits(other) !== digits(found);
  if (isOther && !CORRECTION.test(plain.slice(0, other.index))) return undefined;
  if (isOther) return { text: digits(other), start: other.index, end: other.index + other[0].length };
  return { text: digits(found), start: found.index, end: found.index + found[0].length };
}

/** What was taken becomes a stop, so that what stood before and behind it stays apart. */
function without({ said, plain }: Text, { start, end }: Part): Text {
  const cut = (text: string): string => text.slice(0, start) + ';'.repeat(end - start) + text.slice(end);
  return { said: cut(said), plain: cut(plain) };
}
