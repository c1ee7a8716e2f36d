import { z } from 'zod';
import { tap } from '../../../chat/dsl/action.ts';
import { ask } from '../../../chat/dsl/flow.ts';
import { type Button, type Reply, type Screen, say } from '../../../chat/dsl/screen.ts';
import { readPaymentCode } from '../../../nlu/acts/seller/settings/payment-code.ts';
import { type CodeKind, codeKinds, type PaymentCode } from '../../../shop/payments/payment-codes.ts';
import { flow, type Turn } from '../../flow.ts';
import { homeButton } from '../../screens/values.ts';
import { findActingSeller, hasRight, notASeller } from '../acting.ts';

/** A seller's payment codes: pictures to scan, or bank details. */
export const paymentCodes = flow('payment-codes', {
  commands: { payment: show },
  taps: { payment: show, 'pay-code/:kind': askCode, 'pay-code-off/:kind': remove },
  answers: { 'pay-code': { data: z.object({ kind: z.enum(codeKinds) }), takesPhotos: true, read: readCode } },
});

async function show(turn: Turn<string>): Promise<Reply> {
  const seller = await findActingSeller(turn);
  if (!seller) return notASeller;
  return hasRight(seller, 'money') ? [codesScreen(await turn.shop.paymentCodes.of(seller.id))] : notAllowed;
}

function codesScreen(codes: readonly PaymentCode[]): Screen {
  const known = (kind: CodeKind) => codes.some((code) => code.kind === kind);
  const lines = codeKinds.map((kind) =>
    say(known(kind) ? 'code-is-set' : 'code-is-not', { kind: say(`code-${kind}`) }),
  );
  const buttons = codeKinds.map((kind): Button[] => [
    { label: say('code-set', { kind: say(`code-${kind}`) }), tap: tap('pay-code/:kind', { kind }) },
    ...(known(kind) ? [{ label: say('code-remove'), tap: tap('pay-code-off/:kind', { kind }) }] : []),
  ]);
  return { text: [say('codes-title'), ...lines, say('codes-why')], buttons: [...buttons, [homeButton]] };
}

const notAllowed: Reply = [{ text: say('money-not-yours'), buttons: [[homeButton]] }];

const parseKind = (word: string): CodeKind => codeKinds.find((kind) => kind === word) ?? 'wechat';

async function askCode(turn: Turn<'kind'>): Promise<Reply> {
  const seller = await findActingSeller(turn);
  if (!seller) return notASeller;
  if (!hasRight(seller, 'money')) return notAllowed;
  const kind = parseKind(turn.params.kind);
  const text = say(kind === 'bank' ? 'code-ask-bank' : 'code-ask-picture', { kind: say(`code-${kind}`) });
  return [{ text, asks: ask('pay-code', { kind }), fresh: true }];
}

/** 这是我的微信收款码: the photo is kept as that code; nothing where the caption speaks of no code. */
export async function paymentCodePhoto(turn: Turn): Promise<Reply | undefined> {
  const kind = readPaymentCode(turn.text);
  if (!kind) return undefined;
  // Two codes look alike: which one it is has to be said.
  return kind === 'unknown' ? show(turn) : readCode(turn, { kind });
}

async function readCode(turn: Turn, data: { kind: CodeKind }): Promise<Reply> {
  const { shop, person, photos, text } = turn;
  const seller = await findActingSeller(turn);
  if (!seller) return notASeller;
  const { kind } = data;
  const [photo] = photos;
  if (kind !== 'bank' && !photo)
    return [{ text: say('code-picture-please'), asks: ask('pay-code', data), isMiss: true }];
  const mediaId = photo && (await turn.keepPhoto(photo));
  const isKept = await shop.paymentCodes.set(person.id, seller.id, { kind, mediaId, words: text });
  if (!isKept) return [{ text: say('money-not-yours'), buttons: [[homeButton]] }];
  return [
    { text: say('code-kept', { kind: say(`code-${kind}`) }) },
    codesScreen(await shop.paymentCodes.of(seller.id)),
  ];
}

async function remove(turn: Turn<'kind'>): Promise<Reply> {
  const { shop, person, params } = turn;
  const seller = await findActingSeller(turn);
  if (!seller) return notASeller;
  const isGone = await shop.paymentCodes.remove(person.id, seller.id, parseKind(params.kind));
  if (!isGone) return [{ text: say('money-not-yours'), buttons: [[homeButton]] }];
  return [{ toast: say('code-removed') }, codesScreen(await shop.paymentCodes.of(seller.id))];
}
