import { resolve } from 'node:path';
import type { DatabaseConfig } from '../config.ts';
import { type AppContext, inTransaction } from '../db/work.ts';
import { inviteSeller } from '../shop/admin/seller-list.ts';
import { inviteOperator } from '../shop/sellers/invites.ts';
import type { Say } from './usage.ts';

/** A village to look at: seeded, with links by which this browser becomes a seller and the office. */
export async function openDemo(
  appContext: AppContext,
  url: string,
  database: DatabaseConfig,
  say: Say,
): Promise<void> {
  if ((await appContext.db.village.count()) === 0) await seed(appContext);
  const [sell, office] = await inTransaction(appContext, async (context) => [
    await inviteSeller(context, '王秀英家'),
    await inviteOperator(context),
  ]);
  say(`\n🌰 Walnut, the demo village Lingtou (no bots, no database, no public address set)\n`);
  say(`   Buy:  ${url}`);
  if (sell.ok) say(`   Sell: ${url}/join/${sell.token}`);
  say(`   Look after the village: ${url}/join/${office}\n`);
  say(`   These two links work once; npm run invite -- "王秀英家" makes another.`);
  say(
    `   For a village of your own, set DEMO=off and DATA_DIR to a new folder: README.md says how to go on.`,
  );
  if (database.is === 'embedded') say(`   Data is in ${resolve(database.dataDir)}. Stop with Ctrl-C.\n`);
}

/** What the village is drawn and shrunk with takes 30 MB, and is loaded the first time alone. */
async function seed(appContext: AppContext): Promise<void> {
  const { seedDemo } = await import('../../prisma/demo/seed.ts');
  await seedDemo(appContext);
}
