import { describe, expect, it } from 'vitest';
import type { AlertId } from '../../../src/db/ids.ts';
import { inTransaction } from '../../../src/db/work.ts';
import { type Alert, beginAlert } from '../../../src/shop/notifications/alerts/alerts.ts';
import { audienceStage } from '../../../src/shop/notifications/alerts/audience-pages.ts';
import { claimRecipients } from '../../../src/shop/notifications/alerts/recipients.ts';
import { writeChunk } from '../../../src/shop/notifications/audience/audience.ts';
import { openVillageForEach } from '../../support/open-village.ts';
import { granted, present } from '../../support/present.ts';
import type { Village } from '../../support/village.ts';

const CHANNELS = ['telegram-buyer', 'web-buyer'];

const { database, village } = openVillageForEach();

const follow = (who: Awaited<ReturnType<Village['person']>>, kind: 'seller' | 'village') =>
  village.shop((shop) =>
    kind === 'seller'
      ? shop.subscriptions.follow(who.person, who.chat, { kind, targetId: village.seller })
      : shop.subscriptions.follow(who.person, who.chat, { kind, targetId: village.id }),
  );

async function begun(): Promise<Alert> {
  const { person } = village.owner;
  granted(await village.shop((shop) => shop.streams.goLive(person, village.seller, {})));
  const { id } = await database.db.alert.findFirstOrThrow();
  return present(await inTransaction(village.appContext, (context) => beginAlert(context, id)));
}

const writeNext = (alert: Alert) =>
  inTransaction(village.appContext, (context) => writeChunk(context, alert, CHANNELS));

async function writeAll(alert: Alert): Promise<number> {
  let chunks = 1;
  while ((await writeNext(alert)) === 'more') chunks += 1;
  return chunks;
}

const written = () => database.db.alertRecipient.findMany({ orderBy: { rank: 'asc' } });

describe('the recipients of an alert', () => {
  it('are written in chunks, all of them once, in the order in which they followed', async () => {
    await village.followers(5_200);
    const alert = await begun();
    expect(await writeNext(alert)).toBe('more');
    const first = (await written()).length;
    expect(first).toBeLessThan(1_000);
    expect(await writeAll(alert)).toBeGreaterThan(1);
    expect(await writeNext(alert)).toBe('none');
    const rows = await written();
    const followed = await database.db.subscription.findMany({ orderBy: { createdAt: 'asc' } });
    expect(rows.map((row) => row.personId)).toEqual(followed.map((row) => row.personId));
  });

  it('go on from where a process died, and those who unfollow meanwhile move nobody', async () => {
    await village.followers(1_500);
    const alert = await begun();
    await writeNext(alert);
    const heard = (await written()).map((row) => row.personId);
    await database.db.subscription.deleteMany({ where: { personId: { in: heard.slice(0, 100) } } });
    await writeAll(alert);
    expect(await written()).toHaveLength(1_500);
  });

  it('hold a person once, however many chats and subscriptions they have', async () => {
    const phone = await village.person();
    const browser = await village.person('web-buyer');
    await database.db.chat.update({ where: { id: browser.chat }, data: { personId: phone.person } });
    await follow(phone, 'seller');
    await follow({ ...browser, person: phone.person }, 'village');
    await writeAll(await begun());
    expect(await written()).toMatchObject([{ chatId: phone.chat, stage: audienceStage.followsSeller }]);
  });

  it('hear in their other chat where they blocked the bot in one', async () => {
    const phone = await village.person();
    const browser = await village.person('web-buyer');
    await database.db.chat.update({ where: { id: browser.chat }, data: { personId: phone.person } });
    await follow(phone, 'seller');
    await follow({ ...browser, person: phone.person }, 'village');
    await database.db.chat.update({ where: { id: phone.chat }, data: { isGone: true } });
    await writeAll(await begun());
    expect(await written()).toMatchObject([{ chatId: browser.chat, stage: audienceStage.followsVillage }]);
  });

  it('are written by one process at a time, and claimed by one process each', async () => {
    await village.followers(3_000);
    const alert = await begun();
    const writers = Array.from({ length: 4 }, () => writeAll(alert));
    await Promise.all(writers);
    await writeAll(alert);
    expect(await written()).toHaveLength(3_000);
    const claims = await Promise.all(Array.from({ length: 6 }, () => claim(alert.id, 100)));
    expect(new Set(claims.flat()).size).toBe(600);
  });
});

async function claim(alertId: AlertId, take: number): Promise<string[]> {
  const claimed = await inTransaction(village.appContext, (context) =>
    claimRecipients(context, alertId, 'telegram-buyer', { take, afterRank: 0n }),
  );
  return claimed.map(({ personId }) => personId);
}
