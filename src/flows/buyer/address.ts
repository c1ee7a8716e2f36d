import { say, type Text } from '../../chat/screen.ts';
import { readBuyer } from '../../reader/buyer.ts';
import { type Recipient, recipientShape } from '../../shop/addresses.ts';

export const addressAsk: Text = say('address-ask');

type Read =
  | { readonly ok: true; readonly recipient: Recipient }
  | { readonly ok: false; readonly missing: Text };

/** Name, phone and street from one message, in any order; else what is still missing. */
export function readRecipient(words: string): Read {
  const given = readBuyer(words).recipient;
  const parsed = recipientShape.safeParse(given);
  if (parsed.success) return { ok: true, recipient: parsed.data };
  const missing: Text[] = [
    ...(given?.name ? [] : [say('address-needs-name')]),
    ...(given?.phone ? [] : [say('address-needs-phone')]),
    ...(given?.address ? [] : [say('address-needs-street')]),
  ];
  return { ok: false, missing: [say('address-unclear'), ...missing, say('address-example')] };
}
