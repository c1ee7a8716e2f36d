import { tap } from '../../../../chat/dsl/action.ts';
import { type Button, type Reply, type Screen, say } from '../../../../chat/dsl/screen.ts';
import { type DraftAct, mayBeOfDrafts, readDraftActs } from '../../../../nlu/acts/drafts/draft-act.ts';
import { findMissing } from '../../../../shop/catalogue/listings/listings.ts';
import type { Product } from '../../../../shop/catalogue/products/catalogue.ts';
import type { Membership } from '../../../../shop/sellers/members.ts';
import type { Turn } from '../../../flow.ts';
import { freshly } from '../../../screens/messages/freshly.ts';
import { homeButton, productName } from '../../../screens/values.ts';
import { hasRight } from '../../acting.ts';
import { ownTitles } from '../changes/meant.ts';
import { goOnButton } from './draft-words.ts';
import { draftsInSight, tableDraft } from './waiting.ts';

// 山药片先别上了; 两个都上: several previews stand below each other, and it is said what becomes of each.

/** What a message does with goods that wait to be put on sale; nothing where none wait, or it is about something else. */
export async function waitingWords(turn: Turn, seller: Membership): Promise<Reply | undefined> {
  if (!mayBeOfDrafts(turn.text) || !hasRight(seller, 'post')) return undefined;
  const inSight = await draftsInSight(turn, seller);
  const all = await turn.shop.listings.drafts(turn.person.id, seller.id);
  const waiting = [...inSight, ...all.filter(({ id }) => inSight.every((one) => one.id !== id))];
  if (waiting.length === 0) return undefined;
  const titles = waiting.map(({ title }) => title);
  const others = (await ownTitles(turn, seller)).filter((title) => !titles.includes(title));
  const acts = readDraftActs(turn.text, titles, others, inSight.length);
  const table = await tableDraft(turn);
  return acts.length > 0 ? done(turn, acts, { waiting, inSight, table }) : undefined;
}

interface Waiting {
  /** Those in sight first. */
  readonly waiting: readonly Product[];
  readonly inSight: readonly Product[];
  readonly table: Product | undefined;
}

async function done(turn: Turn, acts: readonly DraftAct[], those: Waiting): Promise<Reply | undefined> {
  const { inSight } = those;
  const replies: Reply[] = [];
  const handled = new Set<string>();
  for (const { does, which } of acts) {
    const meant = meantBy(which, those, handled);
    if (!meant) return undefined;
    if (does === 'withhold' && which.is === 'these' && meant.length > 1) return [whichNot(meant)];
    for (const product of meant) {
      handled.add(product.id);
      const route = does === 'publish' ? 'publish/:product' : 'discard/:product';
      replies.push((await turn.press(tap(route, { product: product.id }))) ?? []);
    }
  }
  const left = inSight.filter(({ id }) => !handled.has(id));
  return withLeft(replies.flat().map(freshly), left);
}

/** Which of them; nothing where the words point at none. */
function meantBy(
  which: DraftAct['which'],
  { waiting, inSight, table }: Waiting,
  handled: ReadonlySet<string>,
): readonly Product[] | undefined {
  switch (which.is) {
    case 'some':
      return [...which.at].sort((one, other) => one - other).flatMap((at) => waiting[at] ?? []);
    case 'except':
      return inSight.filter((_, at) => !which.at.includes(at));
    case 'other': {
      const named = handled.size > 0 ? handled : new Set(table ? [table.id] : []);
      const others = inSight.filter(({ id }) => !named.has(id));
      if (others.length === 0 && handled.size === 0) return inSight.length === 1 ? inSight : undefined;
      return others.length === 1 ? others : undefined;
    }
    case 'all':
      return inSight.length > 0 ? inSight : undefined;
    case 'these':
      return inSight.length > 1 ? inSight : table && [table];
  }
}

/** 不上了, and two wait: which? */
const whichNot = (drafts: readonly Product[]): Screen => ({
  text: say('draft-which-not'),
  buttons: [
    ...drafts.map((one): Button[] => [
      {
        label: one.title === '' ? say('draft-untitled') : say('draft-which', { title: productName(one) }),
        tap: tap('withhold/:product', { product: one.id }),
      },
    ]),
    [homeButton],
  ],
  fresh: true,
  keepsQuestion: true,
});

/** Of one that still waits is spoken from here on: its button stands below, and a yes is for it. */
function withLeft(reply: Reply, left: readonly Product[]): Reply {
  const at = reply.findLastIndex((part) => 'text' in part);
  const [only, ...others] = left;
  if (!only) return reply;
  const isReady = others.length === 0 && findMissing(only).length === 0;
  return reply.map((part, i) =>
    i === at && 'text' in part
      ? {
          ...part,
          buttons: [...left.map((one) => [goOnButton(one)]), ...(part.buttons ?? [])],
          focus: { product: only.id },
          ...(isReady && { yes: tap('publish/:product', { product: only.id }) }),
        }
      : part,
  );
}
