import type { Reply } from '../../../../chat/dsl/screen.ts';
import type { SellerId } from '../../../../db/ids.ts';
import { flow, type Turn } from '../../../flow.ts';
import { notYours } from '../../acting.ts';
import { titleFields } from '../products/titles.ts';
import { preview } from './draft-fill.ts';

/** The name that a model read from a photo becomes the draft's when its seller says so. */
export const photoName = flow('photo-name', { taps: { 'named/:event': takeName } });

function takeName(turn: Turn<'event'>): Promise<Reply> {
  return take(turn, BigInt(turn.params.event));
}

/** "对": the name that was proposed for the open draft; undefined where none was. */
export async function takeOpenName(turn: Turn, sellerId: SellerId): Promise<Reply | undefined> {
  const { shop, person } = turn;
  const open = await shop.listings.openDraft(person.id, sellerId);
  const id = open?.title === '' ? await shop.listings.lastProposedName(open.id) : undefined;
  return id === undefined ? undefined : take(turn, id);
}

async function take(turn: Turn<string>, id: bigint): Promise<Reply> {
  const { shop, person } = turn;
  const proposed = await shop.listings.proposedName(person.id, id);
  if (!proposed) return notYours(turn);
  const { product, name } = proposed;
  if (product.title !== '') return preview(turn, product.id);
  const named = await shop.listings.describe(person.id, product.id, titleFields(name.title, product));
  if (named.ok && named.product.category === 'other' && name.category !== 'other')
    await shop.listings.change(person.id, product.id, { category: name.category });
  await shop.listings.nameTaken(id);
  return preview(turn, product.id);
}
