import type { Work } from '../db/work.ts';
import { type Product, productById } from './catalogue.ts';
import { priceOf } from './pricing.ts';
import { isAmount } from './quantity.ts';

export interface CartLine {
  readonly product: Product;
  readonly quantity: number;
  /** What the line costs now, in fen. */
  readonly total: number;
}

/** What a person has set their mind on. It holds nothing back and promises no price: the checkout does. */
export const cart = (work: Work) => ({
  lines: (personId: string) => cartLines(work, personId),
  add: (personId: string, productId: string, quantity: number) => add(work, personId, productId, quantity),
  set: (personId: string, productId: string, quantity: number) => set(work, personId, productId, quantity),

  async empty(personId: string): Promise<void> {
    await work.tx.cartLine.deleteMany({ where: { personId } });
  },
});

export async function cartLines({ tx }: Work, personId: string): Promise<CartLine[]> {
  const rows = await tx.cartLine.findMany({
    where: { personId },
    orderBy: [{ addedAt: 'asc' }, { productId: 'asc' }],
  });
  const lines: CartLine[] = [];
  for (const { productId, quantity } of rows) {
    const product = await productById(tx, productId);
    if (product) lines.push(lineOf(product, quantity));
  }
  return lines;
}

export function lineOf(product: Product, quantity: number): CartLine {
  const price = { fen: product.price, per: product.priceQuantity };
  return { product, quantity, total: priceOf(price, product.packs, quantity) };
}

/** Adds to what is there. False when it is no amount that can be ordered. */
async function add(work: Work, personId: string, productId: string, quantity: number): Promise<boolean> {
  const line = await work.tx.cartLine.findUnique({ where: { personId_productId: { personId, productId } } });
  return set(work, personId, productId, (line?.quantity ?? 0) + quantity);
}

/** Makes the line say `quantity`; zero takes it out. */
async function set(
  { tx, now }: Work,
  personId: string,
  productId: string,
  quantity: number,
): Promise<boolean> {
  if (quantity === 0) {
    await tx.cartLine.deleteMany({ where: { personId, productId } });
    return true;
  }
  if (!isAmount(quantity)) return false;
  await tx.cartLine.upsert({
    where: { personId_productId: { personId, productId } },
    create: { personId, productId, quantity, addedAt: now },
    update: { quantity },
  });
  return true;
}
