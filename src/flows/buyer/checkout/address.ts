import { z } from 'zod';
import type { EventBody } from '../../../chat/dsl/event.ts';
import { type Screen, say, type Text } from '../../../chat/dsl/screen.ts';
import { joinAddress } from '../../../nlu/recipient/join.ts';
import { type Recipient as ParsedRecipient, parseRecipient } from '../../../nlu/recipient/parse.ts';
import { type Recipient, recipientShape } from '../../../shop/customers/addresses.ts';

// One question in as many steps as it takes: what was given is kept and shown, and only what is missing is asked.

/** What has been understood so far of whom goods go to. */
export const givenShape = z.object({
  name: z.string().optional(),
  phone: z.string().optional(),
  address: z.string().optional(),
  place: z.object({ latitude: z.number(), longitude: z.number() }).optional(),
});

export type GivenRecipient = z.infer<typeof givenShape>;
type Piece = 'name' | 'phone' | 'address';

/** What is needed: those who pick up need no address. */
export interface WantedFields {
  readonly isPickup: boolean;
}

const splitPieces = ({ isPickup }: WantedFields): readonly Piece[] =>
  isPickup ? ['name', 'phone'] : ['name', 'phone', 'address'];

const findMissing = (given: GivenRecipient, wanted: WantedFields): Piece[] =>
  splitPieces(wanted).filter((piece) => given[piece] === undefined);

/** The recipient, once nothing is missing. */
export function toRecipient(given: GivenRecipient, wanted: WantedFields): Recipient | undefined {
  if (findMissing(given, wanted).length > 0) return undefined;
  return recipientShape.safeParse({ ...given, address: given.address ?? '' }).data;
}

/** Asks for all of it, or shows what was understood and asks for the rest alone. */
export function addressAsk(given: GivenRecipient, wanted: WantedFields): Screen {
  const missing = findMissing(given, wanted);
  const all = splitPieces(wanted);
  const requests = {
    requests: wanted.isPickup ? (['contact'] as const) : (['contact', 'location'] as const),
  };
  if (missing.length === all.length) {
    const first = say(wanted.isPickup ? 'address-ask-pickup' : 'address-ask');
    return { text: given.place ? [say('address-place-kept'), first] : first, ...requests };
  }
  const [only, ...others] = missing;
  const asked =
    only && others.length === 0
      ? [say(`address-only-${only}`)]
      : [say('address-unclear'), ...missing.map(neededText)];
  return { text: [...understood(given), ...asked], ...requests };
}

const neededText = (piece: Piece): Text => say(`address-needs-${piece}`);

function understood({ name, phone, address, place }: GivenRecipient): Text[] {
  const parts = [name, phone, address].filter((part) => part !== undefined);
  const got = parts.length > 0 ? [say('address-got', { parts: parts.join(' · ') })] : [];
  return place ? [...got, say('address-place-kept')] : got;
}

/**
 * Takes in one more answer: words, a shared contact or a place on the map. The same `given` where nothing was
 * understood.
 */
export function withAnswer(given: GivenRecipient, body: EventBody, wanted: WantedFields): GivenRecipient {
  switch (body.is) {
    case 'contact':
      return { ...given, ...parseContact(body, given) };
    case 'location':
      return { ...given, place: { latitude: body.latitude, longitude: body.longitude } };
    case 'text':
      return withWords(given, body.text, wanted);
    default:
      return given;
  }
}

function parseContact(
  { name, phone }: { name: string; phone: string },
  given: GivenRecipient,
): GivenRecipient {
  const number = parsePhone(phone);
  const called = given.name ?? (name.trim().slice(0, NAME_LENGTH) || undefined);
  return { ...(number && { phone: number }), ...(called && { name: called }) };
}

function withWords(given: GivenRecipient, text: string, wanted: WantedFields): GivenRecipient {
  const missing = findMissing(given, wanted);
  const read = parseGiven(text, missing);
  const [only, ...others] = missing;
  if (only && others.length === 0 && read[only] === undefined) {
    const whole = alone(only, text);
    if (whole !== undefined) return { ...given, [only]: whole };
  }
  // 苏州平江路, then 128弄5号: the house belongs to the street.
  const address = given.address && read.address && joinAddress(given.address, read.address);
  return { ...given, ...read, ...(address && { address }) };
}

const NAME_LENGTH = 40;
const ADDRESS_LENGTH = 200;

/** A message that answers the one question left. */
function alone(piece: Piece, words: string): string | undefined {
  const text = words.normalize('NFKC').trim();
  switch (piece) {
    case 'name':
      return text.length > 0 && text.length <= NAME_LENGTH && !/\d/.test(text) ? text : undefined;
    case 'phone':
      return parsePhone(text);
    case 'address':
      return text.length >= 4 && text.length <= ADDRESS_LENGTH && !/^[\d\s-]+$/.test(text) ? text : undefined;
  }
}

/** Name, phone and street from one message, in any order. `missing` where they were asked for: then less is enough. */
export function parseGiven(words: string, missing: readonly Piece[] = []): GivenRecipient {
  const read = parseRecipient(words, { isAnswer: missing.length > 0 });
  const name = read.name?.slice(0, NAME_LENGTH);
  const phone = read.phone && (read.extension ? `${read.phone}-${read.extension}` : read.phone);
  const address = [read.address, read.postcode].filter(Boolean).join(' ');
  const isLong = address.length > ADDRESS_LENGTH;
  const isAddress = read.address !== undefined && address.length >= 4 && !isLong && isMeant(read, missing);
  return { ...(name && { name }), ...(phone && { phone }), ...(isAddress && { address }) };
}

/** Words of which nothing shows that they are an address are one beside a phone, or where nothing else is missing. */
function isMeant({ unsure, phone, address = '' }: ParsedRecipient, missing: readonly Piece[]): boolean {
  const guessed = unsure.reduce((length, { start, end }) => length + end - start, 0);
  const isGuess = guessed >= address.replace(/[\s,]/g, '').length;
  return !isGuess || (missing.includes('address') && (phone !== undefined || missing.length === 1));
}

/** What was taken for a part of the address or for the name, but may be something else: it is shown. */
export function doubtful(text: string, { name = '', address = '' }: Recipient): Screen[] {
  const read = parseRecipient(text, { isAnswer: true });
  const parts = read.unsure
    .map(({ start, end }) => read.text.slice(start, end))
    .filter((part) => address.includes(part) || name === part);
  return parts.length > 0 ? [{ text: say('address-check', { parts: parts.join(' · ') }), fresh: true }] : [];
}

/** A phone as it is stored, from a typed or shared one. */
function parsePhone(text: string): string | undefined {
  return parseGiven(text, ['phone']).phone;
}

/** What to say where nothing new was understood: how a phone looks, if that is what was tried. */
export function unclear(given: GivenRecipient, text: string, wanted: WantedFields): Text {
  const isPhoneTried = given.phone === undefined && /\d[\d\s-]{5,}/.test(text);
  const hint = isPhoneTried ? say('address-phone-looks') : say('address-example');
  return [say('address-unclear'), ...findMissing(given, wanted).map(neededText), hint];
}
