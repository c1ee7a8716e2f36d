import { type Line, median, millis, perSecond, type Row, repeat, short } from '../harness/line.ts';
import { createWorld, type World } from '../harness/world.ts';
import type { Move, Plan } from '../load/plan.ts';

const CHATS = 32;
const MOVES = 12;
/** A turn must take its turn: what people need when nobody floods the shop. */
const CALM = 20;

/** Turns a second beside a bare grammY bot, and beside the limit: a small bot on plain pg with the same promises. */
export const turn: Line = {
  name: 'turn',
  async measure(rounds) {
    const world = await createWorld();
    try {
      return await measureTurns(world, rounds);
    } finally {
      await world.stop();
    }
  },
};

const words = ['核桃', '荞麦', '花生', '红枣', '小米', '蜂蜜'];
const searches = Array.from({ length: MOVES }, (_, i): Move => ({ say: words[i % words.length] ?? '' }));
const taps = Array.from({ length: MOVES }, (_, i): Move => ({ tap: `browse/${i % 2}` }));
const helps = Array.from({ length: MOVES }, (): Move => ({ say: '/help' }));

interface Speeds {
  readonly search: number;
  readonly calm: number;
}

async function measureTurns(world: World, rounds: number): Promise<Row[]> {
  const bare = await measurePeer(world, 'bench/peers/bare-grammy.ts', rounds);
  const plain = await measurePeer(world, 'bench/peers/plain-pg.ts', rounds);
  const walnut = await world.startWalnut();
  const say = (moves: readonly Move[]) => world.load.run({ ...people, token: walnut.token, moves });
  await warm(() => say(searches));
  const search = await median_(rounds, () => say(searches));
  const tap = await median_(rounds, () => say(taps));
  const help = await median_(rounds, () => say(helps));
  const calm = await world.load.run({ ...calmly, token: walnut.token });
  await walnut.stop();
  const beside = (mine: number, peer: number) => short(mine / peer);
  return [
    {
      ...{ what: 'search', goal: '≥ 0.7', beside: `plain pg ${perSecond(plain.search)}` },
      ...{ walnut: perSecond(search), ratio: beside(search, plain.search) },
    },
    {
      ...{ what: 'search', goal: '≥ 0.14', beside: `bare grammY ${perSecond(bare.search)}` },
      ...{ walnut: perSecond(search), ratio: beside(search, bare.search) },
    },
    {
      ...{ what: 'tap that edits', goal: '', beside: `plain pg's search ${perSecond(plain.search)}` },
      ...{ walnut: perSecond(tap), ratio: beside(tap, plain.search) },
    },
    {
      ...{ what: '/help', goal: '', beside: `plain pg's search ${perSecond(plain.search)}` },
      ...{ walnut: perSecond(help), ratio: beside(help, plain.search) },
    },
    {
      ...{ what: `p99 at ${CALM} turns/s`, goal: '≤ 3', beside: `plain pg ${millis(plain.calm)}` },
      ...{ walnut: millis(calm.p99), ratio: beside(calm.p99, plain.calm) },
    },
  ];
}

const people: Omit<Plan, 'moves'> = { firstChat: 10_000, chats: CHATS };
const calmly = {
  ...{ firstChat: 10_000, chats: CALM * 10, perSecond: CALM },
  moves: [{ say: '核桃' }],
} satisfies Plan;

async function measurePeer(world: World, file: string, rounds: number): Promise<Speeds> {
  const peer = await world.start(file, {});
  const target = { url: peer.url };
  const run = () => world.load.run({ ...people, target, moves: searches });
  await warm(run);
  const search = await median_(rounds, run);
  await world.load.run({ ...calmly, target });
  const calm = (await world.load.run({ ...calmly, target })).p99;
  await peer.stop();
  return { search, calm };
}

/** Runs that count for nobody, as many for each: what was compiled and cached on the way is what a day's work meets. */
const WARM_RUNS = 5;

async function warm(run: () => Promise<unknown>): Promise<void> {
  for (let i = 0; i < WARM_RUNS; i += 1) await run();
}

const median_ = async (rounds: number, run: () => Promise<{ perSecond: number }>): Promise<number> =>
  median((await repeat(rounds, run)).map((one) => one.perSecond));
