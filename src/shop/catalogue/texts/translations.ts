import { createHash } from 'node:crypto';
import type { ProductId } from '../../../db/ids.ts';
import { enqueue } from '../../../db/outbox/outbox.ts';
import type { TxContext } from '../../../db/work.ts';
import { findProduct, type Product } from '../products/catalogue.ts';
import type { AnswerCost } from './model-uses.ts';

// Titles and blurbs in the language that their seller does not write.

/** Has a product's words translated once it is on sale, unless its seller wrote them in both languages. */
export async function requestTranslation(context: TxContext, product: Product): Promise<void> {
  if (product.status === 'on-sale' && wordsWithoutEnglish(product).length > 0)
    await enqueue(context, 'translate-product', { product: product.id });
}

const wordsWithoutEnglish = ({ title, titleEn, blurb, blurbEn }: Product): string[] => [
  ...(titleEn === null ? [title] : []),
  ...(blurb !== '' && blurbEn === null ? [blurb] : []),
];

export interface Untranslated {
  readonly product: Product;
  /** What has no translation yet. */
  readonly words: readonly string[];
  /** Names that a translation leaves as they are. */
  readonly names: readonly string[];
}

export async function findUntranslated({ tx }: TxContext, id: ProductId): Promise<Untranslated | undefined> {
  const product = await findProduct(tx, id);
  if (product?.status !== 'on-sale') return undefined;
  const done = new Set(
    (await tx.productTranslation.findMany({ where: { productId: id } })).map(({ hash }) => hash),
  );
  const { village } = await tx.seller.findUniqueOrThrow({
    where: { id: product.sellerId },
    select: { village: { select: { name: true, nameEn: true } } },
  });
  const names = [product.sellerName, product.sellerNameEn, village.name, village.nameEn];
  return {
    product,
    words: wordsWithoutEnglish(product).filter((words) => !done.has(hashOf(words))),
    names: names.filter((name) => name != null).filter(Boolean),
  };
}

/** Keeps the translation of `words`, and what a model took for it. */
export async function saveTranslation(
  { tx, now }: TxContext,
  { id, sellerId }: Product,
  words: string,
  translated: string | undefined,
  cost: AnswerCost | undefined,
): Promise<void> {
  if (translated !== undefined)
    await tx.productTranslation.createMany({
      data: [{ productId: id, hash: hashOf(words), words: translated, at: now }],
      skipDuplicates: true,
    });
  if (cost)
    await tx.modelUse.create({
      data: {
        ...{ kind: 'translation', productId: id, sellerId, said: {}, ...cost, at: now },
        isUsed: translated !== undefined,
      },
    });
}

/** The same as `md5` in the statement that reads products. */
const hashOf = (words: string): string => createHash('md5').update(words).digest('hex');
