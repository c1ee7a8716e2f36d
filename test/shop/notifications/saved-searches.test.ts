import { beforeEach, describe, expect, it } from 'vitest';
import type { ProductId } from '../../../src/db/ids.ts';
import { inTransaction } from '../../../src/db/work.ts';
import { beginAlert } from '../../../src/shop/notifications/alerts/alerts.ts';
import { writeChunk } from '../../../src/shop/notifications/audience/audience.ts';
import { fen } from '../../../src/shop/values/money.ts';
import { baseQuantity } from '../../../src/shop/values/quantity.ts';
import { openVillageForEach } from '../../support/open-village.ts';
import { present } from '../../support/present.ts';
import type { Neighbour } from '../../support/village.ts';

const { database, clock, village } = openVillageForEach();
let wisher: Neighbour;

beforeEach(async () => {
  wisher = await village.person();
});

const wish = (words: string, who = wisher) =>
  village.shop((shop) => shop.savedSearches.add(who.person, who.chat, words));
const wishesOf = async (who = wisher) =>
  (await village.shop((shop) => shop.savedSearches.of(who.person))).map(({ words }) => words);

/** The household puts something new on sale, from the first word to the last. */
async function sells(title: string): Promise<ProductId> {
  return village.shop(async ({ listings }) => {
    const { person } = village.owner;
    const draft = await listings.draft(person, village.seller);
    const id = present(draft?.id);
    await listings.describe(person, id, {
      title,
      measure: 'MASS',
      price: fen(1_500),
      priceQuantity: baseQuantity(500),
    });
    await listings.moveStock(person, id, { mode: 'set', quantity: baseQuantity(50_000) });
    await listings.setStatus(person, id, 'on-sale');
    return id;
  });
}

/** Begins every alert that is due; the chats that hear of them. */
async function told(): Promise<string[]> {
  const alerts = await database.db.alert.findMany({ where: { state: 'planned' } });
  for (const { id } of alerts)
    await inTransaction(village.appContext, async (context) => {
      const alert = await beginAlert(context, id);
      if (alert) await writeChunk(context, alert, ['telegram-buyer']);
    });
  const rows = await database.db.alertRecipient.findMany({
    where: { alertId: { in: alerts.map(({ id }) => id) } },
  });
  return rows.map((row) => row.chatId);
}

describe('a wish', () => {
  it('comes true once, when anybody sells such a thing, by any word for it', async () => {
    const other = await village.person();
    await wish('potatoes');
    await wish('honey', other);
    await sells('核桃');
    expect(await told()).toEqual([]);
    await sells('农家洋芋');
    expect(await told()).toEqual([wisher.chat]);
    expect(await wishesOf()).toEqual([]);
    expect(await wishesOf(other)).toEqual(['honey']);
    await sells('马铃薯');
    expect(await told()).toEqual([]);
  });

  it('waits on where the thing was sold out before anybody heard', async () => {
    await wish('蜂蜜');
    const id = await sells('槐花蜂蜜');
    await village.shop(({ listings }) =>
      listings.moveStock(village.owner.person, id, { mode: 'set', quantity: baseQuantity(0) }),
    );
    expect(await told()).toEqual([]);
    expect(await wishesOf()).toEqual(['蜂蜜']);
    clock.advance(60_000);
    await village.shop(({ listings }) =>
      listings.moveStock(village.owner.person, id, { mode: 'set', quantity: baseQuantity(500) }),
    );
    expect(await told()).toEqual([wisher.chat]);
  });

  it('is one, however often it is said, and the oldest gives way to the twenty-first', async () => {
    await wish('蜂蜜');
    await wish(' 蜂蜜 ');
    expect(await wishesOf()).toEqual(['蜂蜜']);
    for (let i = 0; i < 20; i += 1) {
      clock.advance(1_000);
      await wish(`核桃 ${'abcdefghijklmnopqrstuvwxyz'[i]}x`);
    }
    expect(await wishesOf()).toHaveLength(20);
    expect(await wishesOf()).not.toContain('蜂蜜');
  });

  it('is nothing where the words name nothing', async () => {
    expect(await wish(' ?! ')).toBeUndefined();
    expect(await wishesOf()).toEqual([]);
  });

  it('is taken away only by its own person', async () => {
    const mine = await wish('蜂蜜');
    const other = await village.person();
    await village.shop((shop) => shop.savedSearches.remove(other.person, present(mine?.id)));
    expect(await wishesOf()).toEqual(['蜂蜜']);
    await village.shop((shop) => shop.savedSearches.remove(wisher.person, present(mine?.id)));
    expect(await wishesOf()).toEqual([]);
  });
});
