import { z } from 'zod';
import { sealedAt } from '../../db/crypto/sealed-columns.ts';
import type { MediaId, PersonId, SellerId } from '../../db/ids.ts';
import type { TxContext } from '../../db/work.ts';
import { requireMembership } from '../sellers/sellers.ts';

export const codeKinds = ['wechat', 'alipay', 'bank'] as const;
export type CodeKind = (typeof codeKinds)[number];

/** Where a transfer goes: a picture to scan, or the words of a bank account. */
export interface PaymentCode {
  readonly kind: CodeKind;
  readonly mediaId: MediaId | undefined;
  readonly words: string;
}

const wordsShape = z.object({ words: z.string() });
const WORDS_CHARS = 300;

export const paymentCodes = (context: TxContext) => ({
  of: (sellerId: SellerId) => findCodes(context, sellerId),
  /** For those who may move the seller's money; false for others. */
  set: (personId: PersonId, sellerId: SellerId, code: PaymentCode) => set(context, personId, sellerId, code),
  remove: (personId: PersonId, sellerId: SellerId, kind: CodeKind) =>
    remove(context, personId, sellerId, kind),
});

async function findCodes({ tx, cipher }: TxContext, sellerId: SellerId): Promise<PaymentCode[]> {
  const rows = await tx.paymentCode.findMany({ where: { sellerId } });
  return codeKinds.flatMap((kind) => {
    const row = rows.find((one) => one.kind === kind);
    if (!row) return [];
    const at = sealedAt('payment_code.sealed', sellerId, kind);
    const words = row.sealed ? wordsShape.parse(cipher.decrypt(row.sealed, at)).words : '';
    return [{ kind, mediaId: row.mediaId ?? undefined, words }];
  });
}

async function set(
  { tx, cipher }: TxContext,
  personId: PersonId,
  sellerId: SellerId,
  { kind, mediaId = null, words }: { kind: CodeKind; mediaId?: MediaId | null | undefined; words: string },
): Promise<boolean> {
  if (!(await requireMembership(tx, personId, sellerId, 'money'))) return false;
  const at = sealedAt('payment_code.sealed', sellerId, kind);
  const sealed = words === '' ? null : cipher.encrypt({ words: words.slice(0, WORDS_CHARS) }, at);
  await tx.paymentCode.upsert({
    where: { sellerId_kind: { sellerId, kind } },
    create: { sellerId, kind, mediaId, sealed },
    update: { mediaId, sealed },
  });
  return true;
}

async function remove(
  { tx }: TxContext,
  personId: PersonId,
  sellerId: SellerId,
  kind: CodeKind,
): Promise<boolean> {
  if (!(await requireMembership(tx, personId, sellerId, 'money'))) return false;
  await tx.paymentCode.deleteMany({ where: { sellerId, kind } });
  return true;
}
