import type { Brand } from './ids.ts';

/** Money: a whole number of minor units, fen for the yuan. */
export type Fen = Brand<number, 'Fen'>;

/** A whole number of base units: grams, millilitres or pieces, by the product's measure. */
export type BaseQuantity = Brand<number, 'BaseQuantity'>;

declare global {
  /** The types that prisma/schema.prisma names above its columns. */
  namespace PrismaIds {
    type Fen = import('./units.ts').Fen;
    type BaseQuantity = import('./units.ts').BaseQuantity;
  }
}
