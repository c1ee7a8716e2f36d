import { z } from 'zod';
import { ask } from '../../../../chat/dsl/flow.ts';
import type { Asking } from '../../../../chat/dsl/screen.ts';
import { idShape, type ProductId } from '../../../../db/ids.ts';
import type { Product } from '../../../../shop/catalogue/products/catalogue.ts';
import type { Act } from './change-request.ts';

/** What was just done with a product, so that the next message can put it right. */
export const doneShape = z.object({
  product: idShape<ProductId>(),
  event: z.string().optional(),
  mode: z.enum(['set', 'add', 'sub']).optional(),
});
export type Done = z.infer<typeof doneShape>;

/** Keeps it for the next message. */
export const askFix = ({ id }: Product, act: Act, event: string | undefined): Asking =>
  ask('changed', {
    product: id,
    ...(event !== undefined && { event }),
    ...(act.is === 'stock' && { mode: act.mode }),
  });
