import { type Screen, say } from '../../chat/dsl/screen.ts';
import type { ChatId } from '../../db/ids.ts';
import type { Shop } from '../../shop/shop.ts';

/** What operators hear when somebody's message could not be handled. */
export async function parkedNotice(shop: Shop, name: string): Promise<{ to: ChatId[]; screen: Screen }> {
  return { to: await shop.sellers.operators(), screen: { text: say('parked-notice', { name }) } };
}
