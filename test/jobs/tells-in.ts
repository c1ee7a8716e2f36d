import { createHash, randomUUID } from 'node:crypto';
import { addPushSubscription } from '../../src/chat/store/push-subscriptions.ts';
import type { AppContext } from '../../src/db/work.ts';
import type { FakeBrowser } from '../support/push-service.ts';
import type { Neighbour } from '../support/village.ts';

/** From now on the browser tells this person what has come while the page is closed. */
export async function tellsIn(
  browser: FakeBrowser,
  { person }: Neighbour,
  appContext: AppContext,
): Promise<void> {
  const { db, clock } = appContext;
  const token = randomUUID();
  const tokenHash = createHash('sha256').update(token).digest('base64url');
  const [createdAt, expiresAt] = [clock.now(), new Date(clock.now().getTime() + 1e9)];
  await db.webSession.create({ data: { tokenHash, personId: person, createdAt, expiresAt } });
  await addPushSubscription(appContext, { person, token }, browser);
}
