import { ask } from '../../../chat/dsl/flow.ts';
import { type Reply, say } from '../../../chat/dsl/screen.ts';
import { isPlainNo } from '../../../nlu/acts/seller/settings/plain-setting.ts';
import { readShipTime } from '../../../nlu/acts/seller/settings/ship-time.ts';
import type { Turn } from '../../flow.ts';
import { findActingSeller, notASeller } from '../acting.ts';
import { showSettings } from './apply-changes.ts';

// How soon parcels leave: one of the facts that buyers are told when they ask.

const TOPIC = 'shipTime';

export function askShipTime(): Reply {
  return [{ text: say('ship-time-ask'), asks: ask('ship-time'), fresh: true }];
}

/** 48小时内发货; 不写 takes it away. */
export async function readShipTimeAnswer(turn: Turn): Promise<Reply> {
  const seller = await findActingSeller(turn);
  if (!seller) return notASeller;
  const { shop, person, text } = turn;
  const words = isPlainNo(text) ? undefined : readShipTime(text);
  if (words === undefined && !isPlainNo(text))
    return [{ text: say('ship-time-ask'), asks: ask('ship-time'), isMiss: true }];
  if (words === undefined) await shop.facts.drop(person.id, seller.id, TOPIC);
  else await shop.facts.keep(person.id, seller.id, TOPIC, words);
  return [{ toast: say('delivery-changed') }, ...(await showSettings(turn))];
}
