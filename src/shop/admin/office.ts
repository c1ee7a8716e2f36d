import type { PersonId, SellerId } from '../../db/ids.ts';
import type { TxContext } from '../../db/work.ts';
import { findMembers, removeMember } from '../sellers/members.ts';
import { findVillageCaps, type NewcomerCap, setVillageCap } from '../sellers/newcomer-caps.ts';
import { invite } from '../sellers/sellers.ts';
import { endParked, findFailed, findParked, retryFailed } from './parked.ts';
import {
  findBanned,
  findBuyer,
  findOperators,
  findPerson,
  isOperator,
  removeOperator,
  setBanned,
} from './people.ts';
import { findSeller, findSellers, inviteSeller, type SellerState, setState } from './seller-list.ts';
import { findToday } from './today.ts';

/** Acts of the village office. Each checks that the person is an operator; undefined for anybody else. */
export const admin = (context: TxContext) => ({
  isOf: (personId: PersonId) => isOperator(context, personId),
  today: (personId: PersonId) => asOperator(context, personId, () => findToday(context)),
  invite: (personId: PersonId, name: string) =>
    asOperator(context, personId, () => inviteSeller(context, name)),
  inviteAgain: (personId: PersonId, sellerId: SellerId) =>
    asOperator(context, personId, () => invite(context, sellerId, 'owner')),
  households: (personId: PersonId, page: number) =>
    asOperator(context, personId, () => findSellers(context, page)),
  household: (personId: PersonId, id: SellerId) =>
    asOperator(context, personId, () => findSeller(context, id)),
  setState: (personId: PersonId, id: SellerId, state: SellerState) =>
    asOperator(context, personId, () => setState(context, personId, id, state)),
  parked: (personId: PersonId, page: number) =>
    asOperator(context, personId, () => findParked(context, page)),
  retryParked: (personId: PersonId, id: string) =>
    asOperator(context, personId, () => endParked(context, id, 'waiting')),
  dropParked: (personId: PersonId, id: string) =>
    asOperator(context, personId, () => endParked(context, id, 'handled')),
  failed: (personId: PersonId, page: number) =>
    asOperator(context, personId, () => findFailed(context, page)),
  retryFailed: (personId: PersonId, id: string) =>
    asOperator(context, personId, () => retryFailed(context, id)),
  ban: (personId: PersonId, ofPerson: PersonId) =>
    asOperator(context, personId, () => setBanned(context, ofPerson, true)),
  unban: (personId: PersonId, ofPerson: PersonId) =>
    asOperator(context, personId, () => setBanned(context, ofPerson, false)),
  banned: (personId: PersonId, page: number) =>
    asOperator(context, personId, () => findBanned(context, page)),
  /** The operators. */
  operators: (personId: PersonId) => asOperator(context, personId, () => findOperators(context)),
  /** Removes another operator; nobody can remove themselves, so that one always remains. */
  removeOperator: (personId: PersonId, ofPerson: PersonId) =>
    asOperator(context, personId, () => removeOperator(context, personId, ofPerson)),
  /** The members of a seller. */
  members: (personId: PersonId, sellerId: SellerId) =>
    asOperator(context, personId, () => findMembers(context, sellerId)),
  removeMember: (personId: PersonId, sellerId: SellerId, ofPerson: PersonId) =>
    asOperator(context, personId, () => removeMember(context, sellerId, ofPerson)),
  /** What newcomers may have waiting on pay on delivery. */
  newcomerCaps: (personId: PersonId) => asOperator(context, personId, () => findVillageCaps(context.tx)),
  setNewcomerCap: (personId: PersonId, cap: NewcomerCap, to: number | null) =>
    asOperator(context, personId, () => setVillageCap(context.tx, cap, to)),
  /** Sets whose account invoices go to; empty: no invoices are made. */
  setPayee: (personId: PersonId, payee: string) =>
    asOperator(context, personId, () => setPayee(context, payee)),
  /** A person named in a conversation, a parked event or an order, to be banned. */
  findPerson: (personId: PersonId, ofPerson: PersonId) =>
    asOperator(context, personId, () => findPerson(context, ofPerson)),
  /** The buyer of an order, to be banned. */
  findBuyer: (personId: PersonId, number: string) =>
    asOperator(context, personId, () => findBuyer(context, number)),
});

async function asOperator<T>(
  context: TxContext,
  personId: PersonId,
  act: () => Promise<T>,
): Promise<T | undefined> {
  return (await isOperator(context, personId)) ? act() : undefined;
}

async function setPayee({ tx }: TxContext, payee: string): Promise<boolean> {
  return (await tx.village.updateMany({ data: { payee } })).count > 0;
}
