import { inTransaction } from '../../src/db/work.ts';
import { invite, inviteOperator } from '../../src/shop/sellers/invites.ts';
import type { Walnut } from '../support/walnut.ts';
import { type Crawler, openCrawler } from './crawl.ts';

// People of the demo who have come in by their link, in Chinese.

/** An owner of the household of that name. */
export async function sellerOf(walnut: Walnut, name: string): Promise<Crawler> {
  const { id } = await walnut.database.db.seller.findFirstOrThrow({ where: { name } });
  return joins(walnut, await inTransaction(walnut.app.appContext, (context) => invite(context, id, 'owner')));
}

/** Somebody of the village office. */
export async function officer(walnut: Walnut): Promise<Crawler> {
  return joins(walnut, await inTransaction(walnut.app.appContext, (context) => inviteOperator(context)));
}

async function joins(walnut: Walnut, token: string): Promise<Crawler> {
  const who = await openCrawler(walnut, 'seller', 'zh-CN');
  await who.commands('start', `i_${token}`);
  return who;
}
