import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { PRODUCT } from '../harness/goods.ts';
import { type Line, median, millis, perSecond, type Row, repeat, short } from '../harness/line.ts';
import { createWorld, type World } from '../harness/world.ts';

const BUYERS = 96;
const ADDRESS = '李雷，13800001234，山西省太原市迎泽区桃园路12号';
const [CARD, ORDERED] = ['📝', '🎉'];
const RUSH = { buyers: 300, units: 100 };

/** Orders a second beside a raw order transaction, and a rush for what is nearly sold out. */
export const confirm: Line = {
  name: 'confirm',
  async measure(rounds) {
    const world = await createWorld();
    try {
      return await measureOrders(world, rounds);
    } finally {
      await world.stop();
    }
  },
};

async function measureOrders(world: World, rounds: number): Promise<Row[]> {
  const { load } = world;
  const walnut = await world.startWalnut();
  const people = { firstChat: 20_000, chats: BUYERS, token: walnut.token };
  await load.run({
    ...people,
    moves: [{ say: '核桃 60斤' }, { say: ADDRESS }, { tap: 'confirm/' }],
    atOnce: 16,
  });
  const alone: number[] = [];
  const both: number[] = [];
  await repeat(rounds, async (round) => {
    // Another amount each time, or the shop would ask whether a second one is meant.
    await load.run({ ...people, moves: [{ say: `核桃 ${round + 1}斤` }], answer: CARD });
    alone.push((await load.run({ ...people, moves: [{ tap: 'confirm/' }], answer: ORDERED })).perSecond);
    const moves = [{ say: `核桃 ${round + 30}斤` }, { tap: 'confirm/' }];
    both.push((await load.run({ ...people, moves })).perSecond / 2);
  });
  const rush = await measureRush(world, walnut.token);
  await walnut.stop();
  const raw = median(await repeat(rounds, () => rawOrders(world)));
  return [
    {
      ...{ what: 'Confirm of one line', goal: '≥ 0.15', beside: `raw order transaction ${perSecond(raw)}` },
      ...{ walnut: perSecond(median(alone)), ratio: short(median(alone) / raw) },
    },
    {
      ...{ what: 'words and Confirm', goal: '', beside: `raw order transaction ${perSecond(raw)}` },
      ...{ walnut: perSecond(median(both)), ratio: short(median(both) / raw) },
    },
    ...rush,
  ];
}

async function measureRush({ db, load }: World, token: string): Promise<Row[]> {
  await db.$executeRaw`UPDATE product SET on_hand = ${RUSH.units * 500}, held = 0 WHERE id = ${PRODUCT}::uuid`;
  const before = await db.order.count();
  const people = { firstChat: 30_000, chats: RUSH.buyers, token };
  await load.run({ ...people, atOnce: 16, moves: [{ say: '核桃 1斤' }, { say: ADDRESS }] });
  const { ms, lost } = await load.run({ ...people, moves: [{ tap: 'confirm/' }] });
  const orders = (await db.order.count()) - before;
  const { onHand } = await db.product.findUniqueOrThrow({ where: { id: idOf(PRODUCT) } });
  return [
    {
      ...{ what: `${RUSH.buyers} buyers on ${RUSH.units} units`, goal: '< 2.5 s' },
      ...{ beside: `${orders} ordered, ${onHand} left, ${lost} unanswered`, walnut: millis(ms), ratio: '' },
    },
  ];
}

const idOf = (id: string) => id as never;

async function rawOrders({ server, db }: World): Promise<number> {
  const seller = await db.seller.findFirstOrThrow();
  await db.$executeRaw`UPDATE product SET on_hand = 900000000 WHERE id = ${PRODUCT}::uuid`;
  const env = { ...process.env, DATABASE_URL: server.socketUrl, SELLER: seller.id, PRODUCT };
  const { stdout } = await promisify(execFile)(process.execPath, ['bench/peers/raw-orders.ts'], { env });
  return Number(stdout);
}
