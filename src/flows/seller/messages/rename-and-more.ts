import type { Reply } from '../../../chat/dsl/screen.ts';
import { readRenameAndMore } from '../../../nlu/acts/seller/rename-and-more.ts';
import type { Membership } from '../../../shop/sellers/members.ts';
import type { Turn } from '../../flow.ts';
import { freshly } from '../../screens/messages/freshly.ts';
import { ownTitles } from '../listings/changes/meant.ts';
import { actAnswer } from './acts.ts';
import { offerAnswer } from './offers.ts';

/** 核桃改名叫新核桃，价格25: the name first, and under it what else was said. */
export async function renameAndMore(turn: Turn, seller: Membership): Promise<Reply | undefined> {
  const said = readRenameAndMore(turn.text, await ownTitles(turn, seller));
  if (!said) return undefined;
  const { goods, title, more } = said;
  const renamed = await actAnswer(turn, seller, { is: 'rename', goods, title });
  if (!renamed) return undefined;
  const done = await offerAnswer({ ...turn, text: more, focus: {} }, seller);
  return [...renamed, ...(done ?? [])].map(freshly);
}
