import { type Line, median, millis, type Row, repeat, short } from '../harness/line.ts';
import { createWorld, type World } from '../harness/world.ts';
import type { Move } from '../load/plan.ts';

const CHATS = 8;
const FEW = 20;
const MANY = 100_000;
const MESSAGES = 1_000_000;
const PEOPLE = 2_000;
/** Messages that one statement writes. */
const PAGE = 50_000;

const KINDS: readonly (readonly [kind: string, move: Move])[] = [
  ['search', { say: '红枣' }],
  ['browse', { tap: 'browse/0' }],
  ["the season's shelf", { tap: 'season/0' }],
  ['shelves', { tap: 'shelves' }],
];

/** What a turn costs with 20 products and few messages, and with 100,000 and a million. */
export const growth: Line = {
  name: 'growth',
  async measure(rounds) {
    const few = await measureTurns(FEW, 0, rounds);
    const many = await measureTurns(MANY, MESSAGES, rounds);
    return KINDS.map(([kind], i): Row => {
      const [small, large] = [few[i] ?? 0, many[i] ?? 0];
      return {
        ...{ what: `${kind} with ${MANY} products and ${MESSAGES} messages`, goal: '≤ 1.3' },
        ...{
          beside: `with ${FEW} products ${millis(small)}`,
          walnut: millis(large),
          ratio: short(large / small),
        },
      };
    });
  },
};

/** Median milliseconds of a turn of each kind, one at a time. */
async function measureTurns(products: number, messages: number, rounds: number): Promise<number[]> {
  const world = await createWorld(products);
  try {
    await fillMessages(world, messages);
    const walnut = await world.startWalnut();
    const people = { firstChat: 40_000, chats: CHATS, token: walnut.token, atOnce: 1 };
    await world.load.run({ ...people, moves: KINDS.map(([, move]) => move) });
    const medians: number[] = [];
    for (const [, move] of KINDS) {
      const runs = await repeat(rounds, () => world.load.run({ ...people, moves: [move, move, move, move] }));
      medians.push(median(runs.map(({ p50 }) => p50)));
    }
    await walnut.stop();
    return medians;
  } finally {
    await world.stop();
  }
}

/** Messages of years, of chats that nobody speaks in any more. */
async function fillMessages({ db }: World, count: number): Promise<void> {
  if (count === 0) return;
  await db.$executeRaw`
    WITH people AS (INSERT INTO person (id, name, locale, created_at)
      SELECT gen_random_uuid(), 'p' || n, 'zh', now() FROM generate_series(1, ${PEOPLE}::int) AS n RETURNING id),
    chats AS (INSERT INTO chat (id, person_id, channel, address, created_at)
      SELECT gen_random_uuid(), id, 'telegram-buyer', id::text, now() FROM people RETURNING id)
    INSERT INTO session (chat_id, updated_at) SELECT id, now() FROM chats`;
  for (let page = 0; page < count / PAGE; page += 1) await fillPage(db, page);
  await db.$executeRaw`VACUUM ANALYZE message`;
}

/** The next messages of each chat: one statement for a million would be taken for one that hangs. */
async function fillPage(db: World['db'], page: number): Promise<void> {
  const first = (page * PAGE) / PEOPLE;
  await db.$executeRaw`
    INSERT INTO message (id, seq, chat_id, cause, index, place, sealed, state, due_at, platform_id, created_at)
    SELECT gen_random_uuid(), nextval('message_seq_seq'), session.chat_id, session.chat_id || ':' || n, 0, n, decode(repeat('00', 200), 'hex'),
      'sent', now(), n::text, now()
    FROM (SELECT chat_id FROM session ORDER BY random()) session,
      generate_series(${first + 1}::int, ${first + PAGE / PEOPLE}::int) AS n`;
}
