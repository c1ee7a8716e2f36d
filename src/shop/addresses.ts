import { z } from 'zod';
import type { Work } from '../db/work.ts';

/**
 * Whom goods go to, where, and who is called about it. Sealed at rest. The phone is a mobile's eleven digits or a landline
 * with its area code; the address is empty where the goods are picked up.
 */
export const recipientShape = z.object({
  name: z.string().min(1).max(40),
  phone: z.string().regex(/^(1\d{10}|0\d{2,3}-\d{7,8})$/),
  address: z.union([z.literal(''), z.string().min(4).max(200)]),
  /** A point on the map for the courier, next to the written address. */
  place: z.object({ latitude: z.number(), longitude: z.number() }).optional(),
});

export type Recipient = z.infer<typeof recipientShape>;

export interface Address {
  readonly id: string;
  readonly recipient: Recipient;
  readonly isDefault: boolean;
}

/** A person keeps at most so many; the one longest unused makes room. */
const MAX_ADDRESSES = 10;

export const addresses = (work: Work) => ({
  /** The default first, then the last used. */
  of: (personId: string) => addressesOf(work, personId),
  byId: async (personId: string, id: string) =>
    (await addressesOf(work, personId)).find((one) => one.id === id),
  save: (personId: string, recipient: Recipient) => save(work, personId, recipient),

  async remove(personId: string, id: string): Promise<void> {
    await work.tx.address.deleteMany({ where: { id, personId } });
  },
});

async function addressesOf({ tx, seal }: Work, personId: string): Promise<Address[]> {
  const rows = await tx.address.findMany({
    where: { personId },
    orderBy: [{ isDefault: 'desc' }, { lastUsedAt: 'desc' }],
  });
  return rows.map(({ id, sealed, isDefault }) => ({
    id,
    isDefault,
    recipient: recipientShape.parse(seal.open(sealed)),
  }));
}

/** Keeps an address; one that is already there is the same one, used again. */
async function save(work: Work, personId: string, recipient: Recipient): Promise<Address> {
  const { tx, seal, now } = work;
  const known = await addressesOf(work, personId);
  const same = known.find((one) => JSON.stringify(one.recipient) === JSON.stringify(recipient));
  if (same) {
    await tx.address.update({ where: { id: same.id }, data: { lastUsedAt: now } });
    return same;
  }
  const longestUnused = known.at(-1);
  if (known.length >= MAX_ADDRESSES && longestUnused)
    await tx.address.delete({ where: { id: longestUnused.id } });
  const isDefault = known.length === 0;
  const phoneKey = seal.fingerprint(recipient.phone);
  const data = { personId, sealed: seal.seal(recipient), phoneKey, isDefault, lastUsedAt: now };
  const { id } = await tx.address.create({ data, select: { id: true } });
  return { id, recipient, isDefault };
}
