import { z } from 'zod';
import { sealedAt } from '../../db/crypto/sealed-columns.ts';
import { type AddressId, newId, type PersonId } from '../../db/ids.ts';
import type { TxContext } from '../../db/work.ts';

const PHONE = /^(?:1\d{10}(?:-\d{2,6})?|0\d{2,3}-\d{7,8}(?:-\d{2,6})?|[48]00\d{7}|[2-9]\d{7}|0\d{8,9})$/;

/**
 * Whom goods go to, where, and who is called about it. Sealed at rest. The phone is a mobile's eleven digits, a
 * landline with its area code, or a local number of Hong Kong, Macau or Taiwan, with an extension behind a dash where
 * a marketplace hides the number; the address is empty where the goods are picked up.
 */
export const recipientShape = z.object({
  name: z.string().min(1).max(40),
  phone: z.string().regex(PHONE),
  address: z.union([z.literal(''), z.string().min(4).max(200)]),
  /** A point on the map for the courier, next to the written address. */
  place: z.object({ latitude: z.number(), longitude: z.number() }).optional(),
});

export type Recipient = z.infer<typeof recipientShape>;

export interface Address {
  readonly id: AddressId;
  readonly recipient: Recipient;
  readonly isDefault: boolean;
}

/** How many addresses a person can keep; the one unused for longest is dropped. */
const MAX_ADDRESSES = 10;

/** How long a removed address can be restored. */
export const UNDO_MS = 5 * 60_000;

/** The phone key of removed addresses, by which nobody is found. The row is deleted when it can no longer be restored. */
const TAKEN_OUT = '';

export const addresses = (context: TxContext) => ({
  /** The default first, then the last used. */
  of: (personId: PersonId) => findAddresses(context, personId),
  byId: async (personId: PersonId, id: AddressId) =>
    (await findAddresses(context, personId)).find((one) => one.id === id),
  save: (personId: PersonId, recipient: Recipient) => save(context, personId, recipient),
  replace: (personId: PersonId, id: AddressId, recipient: Recipient) =>
    replace(context, personId, id, recipient),
  makeDefault: (personId: PersonId, id: AddressId) => makeDefault(context, personId, id),
  remove: (personId: PersonId, id: AddressId) => remove(context, personId, id),
  restore: (personId: PersonId, id: AddressId) => restore(context, personId, id),
});

export async function findAddresses({ tx, cipher }: TxContext, personId: PersonId): Promise<Address[]> {
  const rows = await tx.address.findMany({
    where: { personId, phoneKey: { not: TAKEN_OUT } },
    orderBy: [{ isDefault: 'desc' }, { lastUsedAt: 'desc' }],
  });
  return rows.map(({ id, sealed, isDefault }) => ({
    id,
    isDefault,
    recipient: recipientShape.parse(cipher.decrypt(sealed, sealedAt('address.sealed', id))),
  }));
}

/** Keeps an address; one that is already there is the same one, used again. */
async function save(context: TxContext, personId: PersonId, recipient: Recipient): Promise<Address> {
  const { tx, now } = context;
  const known = await findAddresses(context, personId);
  const same = known.find((one) => isSame(one.recipient, recipient));
  if (same) {
    // A known map point is kept unless a new one is given.
    const merged = { ...same.recipient, ...recipient };
    await tx.address.update({
      where: { id: same.id },
      data: { ...encryptRecipient(context, same.id, merged), lastUsedAt: now },
    });
    return { ...same, recipient: merged };
  }
  const longestUnused = known.at(-1);
  if (known.length >= MAX_ADDRESSES && longestUnused)
    await tx.address.delete({ where: { id: longestUnused.id } });
  const isDefault = known.length === 0;
  const id = newId<AddressId>();
  const sealed = encryptRecipient(context, id, recipient);
  await tx.address.create({ data: { id, personId, ...sealed, isDefault, lastUsedAt: now } });
  return { id, recipient, isDefault };
}

const isSame = (a: Recipient, b: Recipient): boolean =>
  a.name === b.name && a.phone === b.phone && a.address === b.address;

const encryptRecipient = ({ cipher }: TxContext, id: AddressId, recipient: Recipient) => ({
  sealed: cipher.encrypt(recipient, sealedAt('address.sealed', id)),
  phoneKey: cipher.fingerprint(recipient.phone),
});

/** Another recipient under the same entry; `undefined` where the person has no such entry. */
async function replace(
  context: TxContext,
  personId: PersonId,
  id: AddressId,
  recipient: Recipient,
): Promise<Address | undefined> {
  await context.tx.address.updateMany({
    where: { id, personId, phoneKey: { not: TAKEN_OUT } },
    data: { ...encryptRecipient(context, id, recipient), lastUsedAt: context.now },
  });
  return (await findAddresses(context, personId)).find((one) => one.id === id);
}

async function makeDefault(context: TxContext, personId: PersonId, id: AddressId): Promise<void> {
  if (!(await findAddresses(context, personId)).some((one) => one.id === id)) return;
  await context.tx.address.updateMany({ where: { personId, id: { not: id } }, data: { isDefault: false } });
  await context.tx.address.updateMany({ where: { personId, id }, data: { isDefault: true } });
}

/** Removes an address; if it was the default, the last used one becomes that. */
async function remove(context: TxContext, personId: PersonId, id: AddressId): Promise<Address | undefined> {
  const { tx, now } = context;
  await tx.address.deleteMany({
    where: { phoneKey: TAKEN_OUT, lastUsedAt: { lt: new Date(now.getTime() - UNDO_MS) } },
  });
  const [removed, ...others] = outFirst(await findAddresses(context, personId), id);
  if (removed?.id !== id) return undefined;
  await tx.address.update({
    where: { id },
    data: { phoneKey: TAKEN_OUT, isDefault: false, lastUsedAt: now },
  });
  const next = others[0];
  if (removed.isDefault && next) await makeDefault(context, personId, next.id);
  return removed;
}

const outFirst = (all: readonly Address[], id: AddressId): Address[] => [
  ...all.filter((one) => one.id === id),
  ...all.filter((one) => one.id !== id),
];

/** Restores a removed address. */
async function restore(context: TxContext, personId: PersonId, id: AddressId): Promise<Address | undefined> {
  const { tx, cipher, now } = context;
  const since = new Date(now.getTime() - UNDO_MS);
  const row = await tx.address.findFirst({
    where: { id, personId, phoneKey: TAKEN_OUT, lastUsedAt: { gte: since } },
  });
  if (row) {
    const opened = cipher.decrypt(row.sealed, sealedAt('address.sealed', id));
    const phoneKey = cipher.fingerprint(recipientShape.parse(opened).phone);
    const isDefault = (await findAddresses(context, personId)).length === 0;
    await tx.address.update({ where: { id }, data: { phoneKey, isDefault } });
  }
  return (await findAddresses(context, personId)).find((one) => one.id === id);
}
