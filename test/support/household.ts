import { afterAll, beforeAll, beforeEach } from 'vitest';
import { inTransaction } from '../../src/db/work.ts';
import { invite } from '../../src/shop/sellers/invites.ts';
import type { TestClock } from './clock.ts';
import { quiet } from './quiet.ts';
import { remember } from './rewind.ts';
import { joinedSeller, sellerOfWalnuts } from './stall.ts';
import type { PrivateChat } from './telegram/interface.ts';
import { startWalnut, type Walnut, type WalnutOptions } from './walnut.ts';
import { whatIsNow } from './what-is-now.ts';

/** What the tests of a file find, each as if it were the first. */
export interface Household {
  readonly walnut: Walnut;
  /** An owner's chat with the sellers' bot, in Chinese, new for each test. */
  readonly seller: PrivateChat;
}

export interface HouseholdOptions extends WalnutOptions {
  /** Brought back to its time before each test. */
  readonly clock?: TestClock;
  /** What the household sells, as it says it; `false`: nothing yet. */
  readonly sells?: string | false;
  /** What else there is before every test. */
  prepare?(walnut: Walnut): Promise<unknown>;
}

/**
 * A Walnut with Wang Xiuying's household for all tests of a file or a `describe`. Before each test the database has its
 * first rows again and another owner joins, so that no test sees what another did or said.
 */
export function openHousehold({ sells, prepare, clock, ...options }: HouseholdOptions = {}): Household {
  let walnut: Walnut;
  let seller: PrivateChat;
  let payload: string;
  let rewind: () => Promise<void>;
  const start = clock?.now().getTime() ?? 0;

  beforeAll(async () => {
    walnut = await startWalnut({ ...options, ...(clock && { clock }) });
    await (sells === false ? joinedSeller(walnut) : sellerOfWalnuts(walnut, sells));
    await prepare?.(walnut);
    payload = await inviteOwner(walnut);
    await quiet(walnut);
    rewind = await remember(walnut.database.db);
  });
  beforeEach(async () => {
    await quiet(walnut);
    clock?.advance(start - clock.now().getTime());
    await rewind();
    seller = await joins(walnut, payload);
  });
  afterAll(() => walnut.stop());

  return { walnut: whatIsNow(() => walnut), seller: whatIsNow(() => seller) };
}

/** The first owner leaves the household to those who come by this invitation. */
async function inviteOwner({ app, database: { db } }: Walnut): Promise<string> {
  const { id } = await db.seller.findFirstOrThrow({ orderBy: { createdAt: 'asc' } });
  const token = await inTransaction(app.appContext, (context) => invite(context, id, 'owner'));
  await db.member.deleteMany({ where: { sellerId: id } });
  return `i_${token}`;
}

async function joins(walnut: Walnut, payload: string): Promise<PrivateChat> {
  const person = walnut.telegram.person({ first_name: '秀英', language_code: 'zh-hans' });
  const seller = person.chatWith(walnut.sellerBot);
  seller.starts(payload);
  await seller.waitsFor('欢迎，王秀英家');
  return seller;
}
