import type { PushKeys } from '../../../chat/store/push-keys.ts';

/** A new pair for a shop that has none. */
export async function makePushKeys(): Promise<PushKeys> {
  const { default: webPush } = await import('web-push');
  return webPush.generateVAPIDKeys();
}
