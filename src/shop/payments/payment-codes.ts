import { z } from 'zod';
import type { Work } from '../../db/work.ts';
import { actsFor } from '../sellers/sellers.ts';

export const codeKinds = ['wechat', 'alipay', 'bank'] as const;
export type CodeKind = (typeof codeKinds)[number];

/** Where a transfer goes: a picture to scan, or the words of a bank account. */
export interface PaymentCode {
  readonly kind: CodeKind;
  readonly mediaId: string | undefined;
  readonly words: string;
}

const wordsShape = z.object({ words: z.string() });
const WORDS_CHARS = 300;

export const paymentCodes = (work: Work) => ({
  of: (sellerId: string) => codesOf(work, sellerId),
  /** For those who may move the seller's money; false for others. */
  set: (personId: string, sellerId: string, code: PaymentCode) => set(work, personId, sellerId, code),
  remove: (personId: string, sellerId: string, kind: CodeKind) => remove(work, personId, sellerId, kind),
});

async function codesOf({ tx, seal }: Work, sellerId: string): Promise<PaymentCode[]> {
  const rows = await tx.paymentCode.findMany({ where: { sellerId } });
  return codeKinds.flatMap((kind) => {
    const row = rows.find((one) => one.kind === kind);
    if (!row) return [];
    const words = row.sealed ? wordsShape.parse(seal.open(row.sealed)).words : '';
    return [{ kind, mediaId: row.mediaId ?? undefined, words }];
  });
}

async function set(
  { tx, seal }: Work,
  personId: string,
  sellerId: string,
  { kind, mediaId = null, words }: { kind: CodeKind; mediaId?: string | null | undefined; words: string },
): Promise<boolean> {
  if (!(await actsFor(tx, personId, sellerId, 'money'))) return false;
  const sealed = words === '' ? null : seal.seal({ words: words.slice(0, WORDS_CHARS) });
  await tx.paymentCode.upsert({
    where: { sellerId_kind: { sellerId, kind } },
    create: { sellerId, kind, mediaId, sealed },
    update: { mediaId, sealed },
  });
  return true;
}

async function remove({ tx }: Work, personId: string, sellerId: string, kind: CodeKind): Promise<boolean> {
  if (!(await actsFor(tx, personId, sellerId, 'money'))) return false;
  await tx.paymentCode.deleteMany({ where: { sellerId, kind } });
  return true;
}
