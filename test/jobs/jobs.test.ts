import pg from 'pg';
import sharp from 'sharp';
import { describe, expect, it } from 'vitest';
import { storeIncomingPhoto } from '../../src/chat/store/media.ts';
import type { ChatId } from '../../src/db/ids.ts';
import { inTransaction } from '../../src/db/work.ts';
import { baseQuantity } from '../../src/shop/values/quantity.ts';
import { heicFile, svgBomb } from '../support/hostile-files.ts';
import { granted } from '../support/present.ts';
import { backends } from './backends.ts';
import { DAY, HOUR, Scene } from './scene.ts';

describe.each(backends)('what happens later, with queues on %s', (backend) => {
  const scene = new Scene(backend);

  describe('a photo that came in', () => {
    const comesIn = (fileId: string) =>
      inTransaction(scene.village.appContext, (context) =>
        storeIncomingPhoto(context, 'telegram-buyer', { fileId }),
      );
    const stateOf = async (id: string) => (await scene.db.media.findUniqueOrThrow({ where: { id } })).state;

    it('is fetched, made small and kept', async () => {
      const photo = sharp({ create: { width: 2_400, height: 900, channels: 3, background: '#a52' } });
      scene.phones.files.set('walnuts', await photo.png().toBuffer());
      const id = await comesIn('walnuts');
      await scene.done();
      const media = await scene.db.media.findUniqueOrThrow({ where: { id } });
      expect(media).toMatchObject({ state: 'stored', width: 1_600, height: 600 });
    });

    it('that is gone, or no picture, is given up at once', async () => {
      scene.phones.files.set('a song', Buffer.from('la la la'));
      const ids = [await comesIn('gone'), await comesIn('a song')];
      await scene.done();
      expect(await Promise.all(ids.map(stateOf))).toEqual(['failed', 'failed']);
    });

    it('that is no photo of ours is given up at once, and who sent it hears why in their language', async () => {
      const [one, other] = [await scene.village.person(), await scene.village.person()];
      const send = (fileId: string, { chat } = one) =>
        inTransaction(scene.village.appContext, (context) =>
          storeIncomingPhoto(context, 'telegram-buyer', { fileId }, 'few', chat),
        );
      scene.phones.files.set('bomb', svgBomb());
      scene.phones.files.set('heic', heicFile());
      const ids = [await send('bomb'), await send('bomb'), await send('heic'), await send('heic', other)];
      await scene.done();
      expect(await Promise.all(ids.map(stateOf))).toEqual(Array(4).fill('failed'));
      const heard = ({ address }: typeof one) =>
        scene.phones.got
          .filter((message) => message.address === address)
          .map(({ text }) => text)
          .sort();
      const heic = expect.stringContaining('That photo is an iPhone HEIC file');
      expect(heard(one)).toEqual([heic, expect.stringContaining('We could not open one of the files')]);
      expect(heard(other)).toEqual([heic]);
    });

    it('that could not be reached is tried again', async () => {
      scene.phones.files.set('slow', new Error('the line broke'));
      const id = await comesIn('slow');
      await scene.done();
      expect(await stateOf(id)).toBe('wanted');
      const photo = sharp({ create: { width: 40, height: 40, channels: 3, background: '#a52' } });
      scene.phones.files.set('slow', await photo.png().toBuffer());
      await expect.poll(() => stateOf(id), { interval: 20, timeout: 4_000 }).toBe('stored');
    });
  });

  it('an order that is not paid in two hours is let go: the buyer was reminded, and both sides hear it once', async () => {
    const product = await scene.village.product('核桃', 10_000);
    const { person, chat, address } = await scene.village.person();
    await scene.village.shop(async (shop) => {
      await shop.cart.set(person, product, baseQuantity(2_500));
      const recipient = { name: 'Li Lei', phone: '13800001234', address: '12 Taoyuan Road' };
      const { card } = granted(
        await shop.checkout.open(
          person,
          chat,
          { payBy: 'transfer', recipient },
          await shop.cart.lines(person),
        ),
      );
      await shop.checkout.place(person, card.id);
    });
    const heldOf = async () => (await scene.db.product.findUniqueOrThrow({ where: { id: product } })).held;
    await scene.later(2 * HOUR - 1);
    expect(await heldOf()).toBe(2_500);
    await scene.later(1);
    await scene.later(HOUR);
    expect(await heldOf()).toBe(0);
    const heard = scene.phones.got.filter((message) => message.address === address);
    expect(heard.map((message) => message.text)).toEqual([
      expect.stringContaining('its time is nearly up'),
      expect.stringContaining('please transfer'),
      expect.stringContaining('was not paid in time'),
    ]);
    expect(await scene.db.message.count({ where: { chatId: scene.village.owner.chat } })).toBe(1);
  });

  it('people’s words are forgotten in time, and what still waits is not', async () => {
    const told = await scene.village.person();
    const reader = await scene.village.person('web-buyer');
    const sealed = new Uint8Array(8);
    const write = async (days: number, chatId: ChatId, cause: string) => {
      const at = new Date(scene.clock.now().getTime() - days * DAY - 1);
      const data = { chatId, cause, index: 0, place: 1n, sealed, state: 'sent', dueAt: at, createdAt: at };
      await scene.db.message.create({ data });
    };
    await write(29, told.chat, 'young telegram');
    await write(30, told.chat, 'old telegram');
    await write(89, reader.chat, 'young web');
    await write(90, reader.chat, 'old web');
    const inbox = (days: number, key: string) => ({
      channel: 'telegram-buyer',
      address: 'x',
      key,
      seq: 1n,
      sealed,
      state: 'handled',
      at: new Date(scene.clock.now().getTime() - days * DAY - 1),
    });
    await scene.db.inbox.createMany({ data: [inbox(6, 'young'), inbox(7, 'old')] });
    await scene.later(HOUR);
    const messages = await scene.db.message.findMany({ orderBy: { cause: 'asc' } });
    expect(messages.map((message) => message.cause)).toEqual(['young telegram', 'young web']);
    expect((await scene.db.inbox.findMany()).map((event) => event.key)).toEqual(['young']);
  });

  it('recorded by another process is taken up without a sweep', async () => {
    const [address] = await scene.village.followers(1);
    await scene.goLive();
    await expect
      .poll(() => scene.phones.got.map((message) => message.address), { interval: 10 })
      .toEqual([address]);
  });

  it('goes on after the connections of the queues have broken', async () => {
    await scene.village.followers(60);
    scene.phones.answer = async () => {
      scene.phones.answer = () => ({ is: 'sent' });
      await breakConnections();
      return { is: 'sent' };
    };
    await scene.goLive();
    await expect.poll(() => scene.phones.got.length, { interval: 50, timeout: 15_000 }).toBe(60);
    expect(new Set(scene.phones.got.map((message) => message.address)).size).toBe(60);
  });

  it('holds few connections, however much there is to do', async () => {
    await scene.village.followers(300);
    let most = 0;
    scene.phones.answer = async () => {
      most = Math.max(most, await ofQueues());
      return { is: 'sent' };
    };
    await scene.goLive();
    await scene.done();
    expect(scene.phones.got).toHaveLength(300);
    expect(most).toBeLessThanOrEqual(backend === 'PostgreSQL' ? 12 : 0);
  });

  /** Connections to this database that are neither Prisma's nor the listener's nor ours, nor PostgreSQL's own sweepers. */
  const ofQueues = async (): Promise<number> => {
    const rows = await scene.db.$queryRaw<{ count: bigint }[]>`
      SELECT count(*) FROM pg_stat_activity
      WHERE datname = current_database() AND backend_type = 'client backend'
        AND application_name NOT IN ('walnut', 'walnut wake', 'test')`;
    return Number(rows[0]?.count);
  };

  async function breakConnections(): Promise<void> {
    const client = new pg.Client({ connectionString: scene.database.url, application_name: 'test' });
    await client.connect();
    await client.query(`
      SELECT pg_terminate_backend(pid) FROM pg_stat_activity
      WHERE datname = current_database() AND application_name NOT IN ('walnut', 'test')`);
    await client.end();
  }
});
