import { z } from 'zod';
import { sealedAt } from '../../db/crypto/sealed-columns.ts';
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
  const sealed = cipher.encrypt(said, sealedAt('product_words.sealed', productId, personId, now));
  await tx.productWords.create({ data: { productId, personId, sealed, at: now } });
}

const wordsPlace = (row: { productId: string; personId: string; at: Date }) =>
  sealedAt('product_words.sealed', row.productId, row.personId, row.at);

/** What was said of a product, the oldest first. */
export async function findProductWords({ tx, cipher }: TxContext, productId: ProductId): Promise<string[]> {
  const rows = await tx.productWords.findMany({
    where: { productId },
    orderBy: { id: 'desc' },
    take: MOST_MESSAGES,
  });
  return rows.reverse().map((row) => shape.parse(cipher.decrypt(row.sealed, wordsPlace(row))));
}

/** All texts of a person about products, for their data export. */
export async function exportProductWords({ tx, cipher }: TxContext, personId: PersonId) {
  const rows = await tx.productWords.findMany({
    where: { personId },
    orderBy: { id: 'asc' },
    include: { product: { select: { title: true } } },
  });
  return rows.map((row) => ({
    product: row.product.title,
    at: row.at,
    words: shape.parse(cipher.decrypt(row.sealed, wordsPlace(row))),
  }));
}
