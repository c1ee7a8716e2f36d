import { z } from 'zod';
import type { PersonId, ProductId } from '../../db/ids.ts';
import type { TxContext } from '../../db/work.ts';

/** The most characters that are kept of a message. */
const MOST_CHARS = 1_000;
/** How many of the last messages the writer gets. */
const MOST_MESSAGES = 20;

const shape = z.string();

/** Keeps what a seller said of a product that is theirs, for the texts that are written of it later. */
export async function saveProductWords(
  { tx, cipher, now }: TxContext,
  personId: PersonId,
  productId: ProductId,
  words: string,
): Promise<void> {
  const said = words.trim().slice(0, MOST_CHARS);
  if (said === '') return;
  await tx.productWords.create({ data: { productId, personId, sealed: cipher.encrypt(said), at: now } });
}

/** What was said of a product, the oldest first. */
export async function findProductWords({ tx, cipher }: TxContext, productId: ProductId): Promise<string[]> {
  const rows = await tx.productWords.findMany({
    where: { productId },
    orderBy: { id: 'desc' },
    take: MOST_MESSAGES,
    select: { sealed: true },
  });
  return rows.reverse().map(({ sealed }) => shape.parse(cipher.decrypt(sealed)));
}

/** All texts of a person about products, for their data export. */
export async function exportProductWords({ tx, cipher }: TxContext, personId: PersonId) {
  const rows = await tx.productWords.findMany({
    where: { personId },
    orderBy: { id: 'asc' },
    select: { sealed: true, at: true, product: { select: { title: true } } },
  });
  return rows.map(({ sealed, at, product }) => ({
    product: product.title,
    at,
    words: shape.parse(cipher.decrypt(sealed)),
  }));
}
