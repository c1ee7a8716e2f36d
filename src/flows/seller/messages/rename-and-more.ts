import type { Reply } from '../../../chat/dsl/screen.ts';
import { readRenameAndMore } from '../../../nlu/acts/seller/rename-and-more.ts';
import type { Membership } from '../../../shop/sellers/members.ts';
import type { Turn } from '../../flow.ts';
import { freshly } from '../../screens/messages/freshly.ts';
import { unusedScreen } from '../../screens/messages/unused-screen.ts';
import { ownTitles } from '../listings/changes/meant.ts';
import { actAnswer } from './acts.ts';
import { isOfWhatIsNamed } from './clause-subjects.ts';
import { offerAnswer } from './offers.ts';

/** 核桃改名叫新核桃，价格25: the name first, and under it what else was said. */
export async function renameAndMore(
  turn: Turn,
  seller: Membership,
  read: (rest: Turn) => Promise<Reply | undefined>,
): Promise<Reply | undefined> {
  const said = readRenameAndMore(turn.text, await ownTitles(turn, seller));
  if (!said) return undefined;
  const { goods, title, more, figures } = said;
  const renamed = await actAnswer(turn, seller, { is: 'rename', goods, title });
  if (!renamed) return undefined;
  // 核桃改名叫新核桃，运费改成8元: the figure is of something else.
  const isOfGoods = figures.every((one) => isOfWhatIsNamed(one, [goods, title]));
  const done = isOfGoods
    ? await offerAnswer({ ...turn, text: more, focus: {} }, seller)
    : await read({ ...turn, text: figures.join('，') });
  return [...renamed, ...(done ?? [unusedScreen(figures)])].map(freshly);
}
