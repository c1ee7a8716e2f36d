import { afterAll, afterEach, beforeAll, beforeEach } from 'vitest';
import type { Database } from '../../src/db/client/client.ts';
import type { ProductId, StreamId } from '../../src/db/ids.ts';
import { baseQuantity } from '../../src/shop/values/quantity.ts';
import { type TestClock, testClock } from '../support/clock.ts';
import { type FreshDatabase, freshDatabase } from '../support/database.ts';
import { granted, present } from '../support/present.ts';
import type { TestRedis } from '../support/redis.ts';
import { foundVillage, type Village } from '../support/village.ts';
import { type backends, startBackend } from './backends.ts';
import { openStage, Phones, type Stage } from './stage.ts';

export const MINUTE = 60_000;
export const HOUR = 60 * MINUTE;
export const DAY = 24 * HOUR;

/** PostgreSQL's code for a lock that did not come in time. */
const NO_LOCK = '55P03';

/**
 * Empties the tables as soon as nobody is at them: the process goes on sweeping between tests, and whoever waited for its
 * locks while holding others would be in a deadlock with it.
 */
async function emptied(db: Database): Promise<void> {
  for (let isEmpty = false; !isEmpty; ) {
    isEmpty = await db
      .$transaction([
        db.$executeRaw`SET LOCAL lock_timeout = '200ms'`,
        db.$executeRaw`TRUNCATE person, village, alert, subscription, outbox, media, inbox, channel_trouble CASCADE`,
      ])
      .then(() => true)
      .catch((error: unknown) => {
        if (!String(error).includes(NO_LOCK)) throw error;
        return false;
      });
  }
}

/** A village with a process that does what happens later, for all tests of a `describe`; each finds a new village. */
export class Scene {
  readonly clock: TestClock = testClock();
  readonly phones = new Phones();
  #database: FreshDatabase | undefined;
  #redis: TestRedis | undefined;
  #village: Village | undefined;
  #stage: Stage | undefined;
  #rate: number | undefined;

  constructor(backend: (typeof backends)[number]) {
    beforeAll(async () => {
      this.#database = await freshDatabase();
      this.#redis = await startBackend(backend);
      await this.open();
    });
    afterAll(async () => {
      await this.close();
      await this.#redis?.[Symbol.asyncDispose]();
      await this.#database?.drop();
    });
    beforeEach(async () => {
      await emptied(this.db);
      this.#village = await foundVillage(this.db, this.clock);
      this.phones.reset();
    });
    afterEach(async () => {
      if (this.#rate !== undefined) await this.restart();
    });
  }

  get database(): FreshDatabase {
    return there(this.#database);
  }
  get db() {
    return this.database.db;
  }
  get village(): Village {
    return there(this.#village);
  }
  get stage(): Stage {
    return there(this.#stage);
  }

  get redisUrl(): string {
    return there(this.#redis).url;
  }

  /** One more process on the same database, at a rate of its own if given. */
  another(rate?: number): Promise<Stage> {
    const { db, clock, phones } = this;
    const place = { databaseUrl: this.database.url, redisUrl: this.#redis?.url };
    return openStage({ db, clock, channel: phones, ...place, ...(rate && { rate }) });
  }

  /** The process starts; after a test in which it had a rate of its own it starts anew. */
  async open(rate?: number): Promise<void> {
    this.#rate = rate;
    this.#stage = await this.another(rate);
  }

  async close(): Promise<void> {
    await this.#stage?.[Symbol.asyncDispose]();
    this.#stage = undefined;
  }

  async restart(): Promise<void> {
    await this.close();
    await this.open();
  }

  /** The clock moves, and what is due by then is done and said. */
  async later(ms: number): Promise<void> {
    this.clock.advance(ms);
    await this.stage.jobs.sweep();
    await this.done();
  }

  /** Everything that is due is done and said. */
  async done(): Promise<void> {
    await this.stage.jobs.idle();
    await this.stage.engine.idle();
  }

  async goLive(said: { title?: string; url?: string } = {}) {
    const { village } = this;
    const { person } = village.owner;
    return granted(await village.shop((shop) => shop.streams.goLive(person, village.seller, said))).stream;
  }

  /** … and whoever follows by now has been told. */
  async plan(plannedAt: Date) {
    const { village } = this;
    const plan = await village.shop((shop) =>
      shop.streams.plan(village.owner.person, village.seller, { plannedAt }),
    );
    if (this.#stage) await this.done();
    return plan;
  }

  endStream(id: StreamId | undefined) {
    const { village } = this;
    return village.shop((shop) => shop.streams.end(village.owner.person, present(id)));
  }

  restock(product: ProductId, quantity: number) {
    const { village } = this;
    return village.shop((shop) =>
      shop.listings.moveStock(village.owner.person, product, {
        mode: 'set',
        quantity: baseQuantity(quantity),
      }),
    );
  }

  /** Somebody who waits for the product; answers their chat's address. */
  async waitsFor(product: ProductId): Promise<string> {
    const { person, chat, address } = await this.village.person();
    await this.village.shop((shop) => shop.subscriptions.waitFor(person, chat, product));
    return address;
  }

  addresses(): string[] {
    return this.phones.got.map((message) => message.address);
  }

  texts(): string[] {
    return this.phones.got.map((message) => message.text);
  }

  /** How many deliveries are in which state. */
  async deliveries(): Promise<Record<string, number>> {
    const rows = await this.db.alertRecipient.groupBy({ by: ['state'], _count: true });
    return Object.fromEntries(rows.map((row) => [row.state, row._count]));
  }

  async alertStates(): Promise<string[]> {
    return (await this.db.alert.findMany()).map((alert) => alert.state);
  }
}

function there<T>(value: T | undefined): T {
  if (value === undefined) throw new Error('the scene is not set yet');
  return value;
}
