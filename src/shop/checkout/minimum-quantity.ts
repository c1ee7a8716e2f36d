import { type BaseQuantity, minQuantity } from '../values/quantity.ts';

/**
 * The least that an order holds of a product: what its seller says, or all that this person can have where that is less,
 * so that the last of it is sold too.
 */
export function findLeast(
  { minimumQuantity }: { readonly minimumQuantity: BaseQuantity | null },
  ...mayHave: readonly BaseQuantity[]
): BaseQuantity | undefined {
  return minimumQuantity === null
    ? undefined
    : mayHave.reduce((least, most) => minQuantity(least, most), minimumQuantity);
}
