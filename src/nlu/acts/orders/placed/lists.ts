import { z } from 'zod';
import { readDataFile } from '../../../../shop/values/data-file.ts';
import { phrases } from '../../lexicon.ts';

export const orderFactNames = ['courier', 'number', 'sent', 'cost', 'seller', 'place', 'ordered'] as const;

/** What of an order is asked. */
export type OrderFact = (typeof orderFactNames)[number];

/** data/lexicon/order-facts.yaml. */
export const placedLists = readDataFile('lexicon/order-facts.yaml', {
  asked: z.strictObject({
    ...{ courier: phrases, number: phrases, sent: phrases, cost: phrases },
    ...{ seller: phrases, place: phrases, ordered: phrases },
  }),
  ...{ otherMatter: phrases, asks: phrases, allOfIt: phrases, paidOfIt: phrases },
  ...{ notStays: phrases, denied: phrases, unsure: phrases, newAmount: phrases },
  ...{ general: phrases, placed: phrases, stays: phrases, still: phrases, others: phrases },
});
