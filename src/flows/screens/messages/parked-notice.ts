import { type Screen, say } from '../../../chat/dsl/screen.ts';
import type { ChatId } from '../../../db/ids.ts';
import type { Shop } from '../../../shop/shop.ts';

/** The notice to operators of a parked event. */
export async function parkedNotice(shop: Shop, name: string): Promise<{ to: ChatId[]; screen: Screen }> {
  return { to: await shop.sellers.operators(), screen: { text: say('parked-notice', { name }) } };
}
