import { z } from 'zod';
import { ask } from '../../../../chat/dsl/flow.ts';
import type { Asking } from '../../../../chat/dsl/screen.ts';
import { idShape, type ProductId } from '../../../../db/ids.ts';
import { lex } from '../../../../nlu/lexer/lexer.ts';
import type { Product } from '../../../../shop/catalogue/products/catalogue.ts';
import type { Act } from './change-request.ts';

/** What was just done with a product, so that the next message can put it right. */
export const doneShape = z.object({
  product: idShape<ProductId>(),
  event: z.string().optional(),
  is: z.enum(['stock', 'price', 'status']).optional(),
  /** The amount or the price that was said. */
  figure: z.number().optional(),
  status: z.enum(['on', 'off', 'sold-out']).optional(),
  mode: z.enum(['set', 'add', 'sub']).optional(),
  /** In which unit its amount was said, in base units of the product. */
  unit: z.number().positive().optional(),
});
export type Done = z.infer<typeof doneShape>;

/** Keeps it for the next message; `said` is the message that asked for it. */
export function askFix({ id, measure }: Product, act: Act, event: string | undefined, said: string): Asking {
  const unit = act.is === 'stock' ? unitSaid(said, measure) : undefined;
  return ask('changed', {
    product: id,
    ...(event !== undefined && { event }),
    is: act.is,
    ...figureOf(act),
    ...(act.is === 'stock' && { mode: act.mode }),
    ...(unit !== undefined && { unit }),
  });
}

function figureOf(act: Act): Pick<Done, 'figure' | 'status'> {
  switch (act.is) {
    case 'stock':
      return { figure: act.quantity };
    case 'price':
      return { figure: act.price };
    case 'status':
      return { status: act.to };
  }
}

/** 37斤 of what costs so much a kilo: a figure that puts it right is one of 斤 too. */
function unitSaid(said: string, measure: Product['measure']): number | undefined {
  const units = lex(said).tokens.flatMap((token) => (token.is === 'amount' ? [token.amount.unit] : []));
  const [only, ...others] = new Set(units.map(({ base }) => base));
  const isOf = measure !== 'COUNT' && units.every((unit) => unit.measure === measure);
  return isOf && others.length === 0 ? only : undefined;
}
