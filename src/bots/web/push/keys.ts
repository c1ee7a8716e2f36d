import webPush from 'web-push';
import type { PushKeys } from '../../../chat/store/push-keys.ts';

/** A new pair for a shop that has none. */
export const makePushKeys = (): PushKeys => webPush.generateVAPIDKeys();
