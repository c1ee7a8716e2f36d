import { tap } from '../../../chat/dsl/action.ts';
import { type Button, say } from '../../../chat/dsl/screen.ts';
import type { SellerId, VillageId } from '../../../db/ids.ts';

// What somebody who follows can tap on each alert: less of it, or none.

export const sellerEndButtons = (seller: SellerId): Button[] => [
  { label: say('alert-less'), tap: tap('less/:seller', { seller }) },
  { label: say('unfollow'), tap: tap('unfollow/:seller', { seller }) },
];

export const villageEndButtons = (village: VillageId): Button[] => [
  { label: say('alert-less'), tap: tap('less-village/:village', { village }) },
  { label: say('unfollow'), tap: tap('unfollow-village/:village', { village }) },
];
