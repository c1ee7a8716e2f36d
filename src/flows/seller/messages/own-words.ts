import type { Reply } from '../../../chat/dsl/screen.ts';
import { readOwnWords } from '../../../nlu/acts/seller/own-words.ts';
import type { Membership } from '../../../shop/sellers/members.ts';
import type { Turn } from '../../flow.ts';
import { keepStory } from '../account/story-words.ts';
import { ownTitles } from '../listings/changes/meant.ts';
import { keepHarvest, keepWords } from '../listings/drafts/blurb-words.ts';
import { tableDraft } from '../listings/drafts/waiting.ts';

/** 核桃加一句介绍：皮薄, 我家的故事就写…, 核桃是10月8号收的，写上去: kept with the goods or the shop, in the family's own words. */
export async function ownWords(turn: Turn, seller: Membership): Promise<Reply | undefined> {
  const draft = await tableDraft(turn);
  const titles = await ownTitles(turn, seller);
  const said = readOwnWords(turn.text, draft ? [...titles, draft.title] : titles);
  if (!said) return undefined;
  switch (said.of) {
    case 'shop':
      return keepStory(turn, seller, said);
    case 'harvest':
      return keepHarvest(turn, seller, said);
    case 'goods':
      return keepWords(turn, seller, said);
  }
}
