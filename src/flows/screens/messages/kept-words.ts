import { z } from 'zod';
import { idShape, type OrderId, type ProductId } from '../../../db/ids.ts';
import type { Turn } from '../../flow.ts';

const keptShape = z.object({
  text: z.string(),
  product: idShape<ProductId>().optional(),
  order: idShape<OrderId>().optional(),
});

/** What was said just before and offered to be passed on, with what it is about. */
export const findKept = ({ asking }: Pick<Turn, 'asking'>) =>
  asking?.step === 'forward' ? keptShape.safeParse(asking.data).data : undefined;
