import { z } from 'zod';
import { sealedAt } from '../../db/crypto/sealed-columns.ts';
import type { PersonId } from '../../db/ids.ts';
import type { TxContext } from '../../db/work.ts';

// What the writer keeps of a person, for their data export: requests for texts, and answers to buyers' questions.

const kept = z.record(z.string(), z.unknown());

export async function exportTexts({ tx, cipher }: TxContext, personId: PersonId) {
  const rows = await tx.writerDraft.findMany({
    where: { personId },
    orderBy: { askedAt: 'asc' },
    select: { id: true, sealed: true, askedAt: true, state: true, product: { select: { title: true } } },
  });
  return rows.map(({ id, sealed, askedAt, state, product }) => ({
    ...{ product: product.title, at: askedAt, state },
    ...kept.parse(cipher.decrypt(sealed, sealedAt('writer_draft.sealed', id))),
  }));
}

export async function exportAnswers({ tx, cipher }: TxContext, personId: PersonId) {
  const rows = await tx.productAnswer.findMany({
    where: { personId },
    orderBy: { at: 'asc' },
    select: { id: true, sealed: true, at: true, state: true, product: { select: { title: true } } },
  });
  return rows.map(({ id, sealed, at, state, product }) => ({
    ...{ product: product.title, at, state },
    ...kept.parse(cipher.decrypt(sealed, sealedAt('product_answer.sealed', id))),
  }));
}
