import { z } from 'zod';
import { sealedAt } from '../../db/crypto/sealed-columns.ts';
import { type AppContext, inTransaction, type TxContext } from '../../db/work.ts';

/** The key pair by which push services know this shop (VAPID), in base64url. */
export interface PushKeys {
  readonly publicKey: string;
  readonly privateKey: string;
}

const ROW_ID = 1;
const PLACE = sealedAt('push_key.sealed', ROW_ID);
const sealedShape = z.object({ privateKey: z.string() });

/** The shop's pair; the first process that asks stores what `make` made. Subscriptions are bound to it for good. */
export const keepPushKeys = (appContext: AppContext, make: () => Promise<PushKeys>): Promise<PushKeys> =>
  inTransaction(appContext, async (context) => (await find(context)) ?? (await store(context, await make())));

async function find({ tx, cipher }: TxContext): Promise<PushKeys | undefined> {
  const row = await tx.pushKey.findUnique({ where: { id: ROW_ID } });
  return row
    ? { publicKey: row.publicKey, ...sealedShape.parse(cipher.decrypt(row.sealed, PLACE)) }
    : undefined;
}

/** Where another process was first, its pair is the shop's. */
async function store(context: TxContext, { publicKey, privateKey }: PushKeys): Promise<PushKeys> {
  const sealed = context.cipher.encrypt({ privateKey }, PLACE);
  await context.tx.$executeRaw`
    INSERT INTO push_key (id, public_key, sealed) VALUES (${ROW_ID}, ${publicKey}, ${sealed}) ON CONFLICT DO NOTHING`;
  return (await find(context)) ?? { publicKey, privateKey };
}
