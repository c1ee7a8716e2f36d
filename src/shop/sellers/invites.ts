import { createHash, randomBytes } from 'node:crypto';
import type { PersonId, SellerId } from '../../db/ids.ts';
import type { Outcome, TxContext } from '../../db/work.ts';
import { type Right, type Role, type SellerCard, sellerCard, toSellerCard } from './sellers.ts';

/** Invites are good for a week. */
const INVITE_MS = 7 * 24 * 3_600_000;

/** Links that make a person a member of a seller, or an operator. */
export const invites = (context: TxContext) => ({
  use: (personId: PersonId, token: string) => useInvite(context, personId, token),
});

/** Makes a single-use invite; the token is shown once and only its hash is kept. */
export const invite = (
  context: TxContext,
  sellerId: SellerId,
  role: Role,
  allowed: readonly Right[] = [],
): Promise<string> => newInvite(context, { sellerId, role, rights: [...allowed] });

/** … into the village's office. */
export const inviteOperator = (context: TxContext): Promise<string> =>
  newInvite(context, { sellerId: null, role: 'operator' });

async function newInvite(
  { tx, now }: TxContext,
  into: { readonly sellerId: SellerId | null; readonly role: Role | 'operator'; readonly rights?: Right[] },
): Promise<string> {
  const token = randomBytes(18).toString('base64url');
  const expiresAt = new Date(now.getTime() + INVITE_MS);
  await tx.invite.create({ data: { ...into, tokenHash: hashToken(token), createdAt: now, expiresAt } });
  return token;
}

/** What an invite leads to: a seller, with the member's role, or the village office. */
export type Joined =
  | { readonly seller: SellerCard; readonly role: Role; readonly isNew: boolean }
  | { readonly seller?: undefined };

/** Why an invite leads nowhere: there is none of this token, another person used it, or its week is over. */
export type NotJoined = 'unknown' | 'used' | 'expired';

/** Whom an invite is for; it is not spent. Names in both languages. */
export async function findInvite({ tx, now }: TxContext, token: string) {
  const found = await tx.invite.findUnique({
    where: { tokenHash: hashToken(token), usedAt: null, expiresAt: { gt: now } },
    select: { role: true, seller: { select: { name: true, nameEn: true } } },
  });
  if (!found) return undefined;
  const { role, seller } = found;
  const name = { zh: seller?.name ?? '', en: seller?.nameEn ?? seller?.name ?? '' };
  const to: 'seller' | 'helper' | 'office' = !seller ? 'office' : role === 'helper' ? 'helper' : 'seller';
  return { to, name };
}

/** Uses an invite. A second tap of the same person changes nothing; others cannot use it again. */
async function useInvite(
  { tx, now }: TxContext,
  personId: PersonId,
  token: string,
): Promise<Outcome<Joined, NotJoined>> {
  const tokenHash = hashToken(token);
  const spent = await tx.invite.updateMany({
    where: { tokenHash, usedAt: null, expiresAt: { gt: now } },
    data: { usedAt: now, usedBy: personId },
  });
  const found = await tx.invite.findUnique({
    where: { tokenHash },
    include: { seller: { select: sellerCard } },
  });
  if (!found) return { ok: false, refusal: 'unknown' };
  if (found.usedAt === null) return { ok: false, refusal: 'expired' };
  if (found.usedBy !== personId) return { ok: false, refusal: 'used' };
  const { sellerId, role, rights: allowed, seller } = found;
  const isNew = spent.count === 1;
  if (sellerId === null || seller === null)
    return (await letIntoOffice({ tx }, personId, isNew)) ? { ok: true } : { ok: false, refusal: 'used' };
  // A spent link does not let a removed member in again.
  if (isNew) await enrol({ tx, now }, { sellerId, personId, role, rights: allowed });
  const member = await tx.member.findUnique({ where: { sellerId_personId: { sellerId, personId } } });
  if (!member) return { ok: false, refusal: 'used' };
  return { ok: true, seller: toSellerCard(seller), role: member.role as Role, isNew };
}

/** Makes an operator by a new invite. Whether the person is one: a spent link does not let a removed one in again. */
async function letIntoOffice(
  { tx }: Pick<TxContext, 'tx'>,
  personId: PersonId,
  isNew: boolean,
): Promise<boolean> {
  if (isNew) await tx.person.update({ where: { id: personId }, data: { isOperator: true } });
  return (await tx.person.count({ where: { id: personId, isOperator: true } })) > 0;
}

/** Makes a member; a helper who is invited as an owner becomes one, and an owner stays one. */
async function enrol(
  { tx, now }: Pick<TxContext, 'tx' | 'now'>,
  {
    sellerId,
    personId,
    role,
    rights,
  }: { sellerId: SellerId; personId: PersonId; role: string; rights: string[] },
): Promise<void> {
  await tx.member.createMany({
    data: [{ sellerId, personId, role, rights, createdAt: now }],
    skipDuplicates: true,
  });
  await tx.member.updateMany({ where: { sellerId, personId, role: 'helper' }, data: { role, rights } });
}

const hashToken = (token: string): string => createHash('sha256').update(token).digest('base64url');
