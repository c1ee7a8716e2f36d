import { randomUUID } from 'node:crypto';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type pg from 'pg';
import { describe, expect, it } from 'vitest';
import { withConnection } from '../../../src/db/connection/connection.ts';
import { createCipher } from '../../../src/db/crypto/cipher.ts';
import { followKeyFile } from '../../../src/db/crypto/follow-keys.ts';
import { openKeyring, proveKeys } from '../../../src/db/crypto/key-check.ts';
import { readKeyFile, SECRET_KEY_FILE, type SecretKeys } from '../../../src/db/crypto/key-file.ts';
import type { Resealed } from '../../../src/db/crypto/reseal.ts';
import { beginRotation, rotate } from '../../../src/db/crypto/rotation.ts';
import { sealedAt } from '../../../src/db/crypto/sealed-columns.ts';
import { type AddressId, newId, type PersonId } from '../../../src/db/ids.ts';
import { provenKeyring } from '../../../src/secret-key.ts';
import { type FreshDatabase, freshDatabase } from '../../support/database.ts';
import { sealedEarlier } from '../../support/earlier-seal.ts';

const OLD = Buffer.alloc(32, 1);
const NEW = Buffer.alloc(32, 2);

const placeOf = (key: string) => sealedAt('inbox.sealed', 'web-buyer', key);

const addEvent = ({ db }: FreshDatabase, key: string, sealed: Uint8Array<ArrayBuffer>) =>
  db.inbox.create({
    data: { channel: 'web-buyer', address: 'x', key, seq: 1n, at: new Date(), sealed, state: 'handled' },
  });

const sealedOf = async ({ db }: FreshDatabase, key: string): Promise<Uint8Array> =>
  (await db.inbox.findFirstOrThrow({ where: { key } })).sealed;

async function addAddress({ db }: FreshDatabase): Promise<void> {
  const [personId, id] = [newId<PersonId>(), newId<AddressId>()];
  await db.person.create({ data: { id: personId, name: '', locale: 'zh', createdAt: new Date() } });
  const recipient = { name: '李雷', phone: '13800001234', address: '太原市迎泽区桃园路12号' };
  const sealed = createCipher(OLD).encrypt(recipient, sealedAt('address.sealed', id));
  await db.address.create({ data: { id, personId, sealed, phoneKey: '', lastUsedAt: new Date() } });
}

/** A database under the old key, with `count` events sealed with it. */
async function underOld(count: number, act: (database: FreshDatabase) => Promise<void>): Promise<void> {
  await using database = await freshDatabase();
  await on(database, (client) => proveKeys(client, [OLD]));
  const cipher = createCipher(OLD);
  for (let n = 0; n < count; n += 1)
    await addEvent(database, `${n}`, cipher.encrypt(`核桃${n}`, placeOf(`${n}`)));
  await act(database);
}

const on = <T>({ url }: FreshDatabase, act: (client: pg.Client) => Promise<T>) => withConnection(url, act);

const cipherFor = (database: FreshDatabase, keys: SecretKeys) =>
  on(database, async (client) => (await openKeyring(client, keys)).cipher);

describe('a sealed value', () => {
  it('opens in its own row and column, and nowhere else', () => {
    const cipher = createCipher(OLD);
    const [mine, other] = [randomUUID(), randomUUID()];
    const sealed = cipher.encrypt({ phone: '13800001234' }, sealedAt('orders.recipient', mine));
    expect(cipher.decrypt(sealed, sealedAt('orders.recipient', mine))).toEqual({ phone: '13800001234' });
    expect(() => cipher.decrypt(sealed, sealedAt('orders.recipient', other))).toThrow();
    expect(() => cipher.decrypt(sealed, sealedAt('checkout.recipient', mine))).toThrow();
    expect(() => createCipher(NEW).decrypt(sealed, sealedAt('orders.recipient', mine))).toThrow(
      'unknown key',
    );
  });

  it('of an earlier release opens until it has been sealed again, and never after', () =>
    underOld(0, async (database) => {
      await database.db.secretKey.updateMany({ data: { isBound: false } });
      await addEvent(database, 'early', sealedEarlier(OLD, '老核桃'));
      const before = await cipherFor(database, [OLD]);
      const early = await sealedOf(database, 'early');
      expect(before.decrypt(early, placeOf('early'))).toBe('老核桃');

      await on(database, (client) => rotate(client, [OLD], {}));
      const after = await cipherFor(database, [OLD]);
      expect(after.decrypt(await sealedOf(database, 'early'), placeOf('early'))).toBe('老核桃');
      expect(() => after.decrypt(early, placeOf('early'))).toThrow('bound');
    }));
});

describe('a change of the key', () => {
  it('seals everything again, and then the old key opens nothing', () =>
    underOld(45, async (database) => {
      const pictures = (await cipherFor(database, [OLD])).lastingFingerprint('a picture');
      expect(await on(database, (client) => rotate(client, [NEW, OLD], {}))).toBe(45);
      const now = await cipherFor(database, [NEW]);
      for (let n = 0; n < 45; n += 1) {
        const sealed = await sealedOf(database, `${n}`);
        expect(now.decrypt(sealed, placeOf(`${n}`))).toBe(`核桃${n}`);
        expect(() => createCipher(OLD).decrypt(sealed, placeOf(`${n}`))).toThrow('unknown key');
      }
      expect(await on(database, (client) => proveKeys(client, [OLD]))).toBe(false);
      expect(now.lastingFingerprint('a picture')).toBe(pictures);
    }));

  it('that was killed goes on where it was: until then both keys are needed, and either order of them starts', () =>
    underOld(45, async (database) => {
      await addAddress(database);
      const killed = on(database, async (client) => {
        const dies = () => {
          throw new Error('killed');
        };
        await rotate(client, [NEW, OLD], { report: dies });
      });
      await expect(killed).rejects.toThrow('killed');
      for (const keys of [
        [NEW, OLD],
        [OLD, NEW],
      ] satisfies SecretKeys[])
        expect(await on(database, (client) => proveKeys(client, keys))).toBe(true);
      expect(await on(database, (client) => proveKeys(client, [NEW]))).toBe(false);

      const rest: Resealed[] = [];
      await on(database, (client) => rotate(client, [NEW, OLD], { report: (done) => void rest.push(done) }));
      expect(rest).toEqual([{ column: 'inbox.sealed', count: 45, unreadable: 0 }]);
      expect(await on(database, (client) => proveKeys(client, [NEW]))).toBe(true);
    }));

  it('is refused its end while a process still seals with the old key', () =>
    underOld(1, async (database) => {
      const old = createCipher(OLD);
      let n = 0;
      const stubborn = async (): Promise<void> => {
        n += 1;
        await addEvent(database, `new ${n}`, old.encrypt('迟', placeOf(`new ${n}`)));
      };
      const rotation = on(database, (client) => rotate(client, [NEW, OLD], { report: stubborn }));
      await expect(rotation).rejects.toThrow('OTHER_SECRET_KEYS');
      expect(await on(database, (client) => proveKeys(client, [OLD]))).toBe(true);
    }));

  it('leaves a value that no key opens as it is, and says so', () =>
    underOld(1, async (database) => {
      await addEvent(database, 'strange', createCipher(Buffer.alloc(32, 9)).encrypt('?', placeOf('strange')));
      const done: Resealed[] = [];
      await on(database, (client) => rotate(client, [NEW, OLD], { report: (one) => void done.push(one) }));
      expect(done[0]).toEqual({ column: 'inbox.sealed', count: 1, unreadable: 1 });
    }));
});

describe('a key that is kept in DATA_DIR', () => {
  it('is changed under running processes: they open with both, seal with the new one, and forget the old', async () => {
    await using database = await freshDatabase();
    const dataDir = await mkdtemp(join(tmpdir(), 'walnut-rotate-'));
    try {
      const start = () => provenKeyring({ is: 'embedded', dataDir }, database.url);
      const [one, other] = [await start(), await start()];
      const first = one.cipher.encrypt('一', placeOf('first'));
      await addEvent(database, 'first', first);
      const keys = await beginRotation(dataDir, (await readKeyFile(dataDir)) ?? [OLD]);
      expect(keys).toHaveLength(2);
      // Killed here and begun again, no third key is made.
      expect(await beginRotation(dataDir, (await readKeyFile(dataDir)) ?? [OLD])).toEqual(keys);

      // `one` learns of the key by what another process has sealed with it, and seals with it from then on.
      const early = createCipher(keys[0]).encrypt('二', placeOf('second'));
      expect(one.cipher.decrypt(early, placeOf('second'))).toBe('二');
      expect(one.cipher.decrypt(first, placeOf('first'))).toBe('一');
      const byOne = one.cipher.encrypt('三', placeOf('third'));
      expect(createCipher(keys[0]).decrypt(byOne, placeOf('third'))).toBe('三');
      expect(other.cipher.decrypt(byOne, placeOf('third'))).toBe('三');

      await on(database, (client) => rotate(client, keys, { dataDir, settleMs: 0 }));
      expect(await readKeyFile(dataDir)).toEqual([keys[0]]);
      expect(await readFile(join(dataDir, SECRET_KEY_FILE), 'utf8')).not.toContain('\n');
      const now = (await start()).cipher;
      expect(now.decrypt(await sealedOf(database, 'first'), placeOf('first'))).toBe('一');
      expect(() => now.decrypt(first, placeOf('first'))).toThrow('unknown key');
    } finally {
      await rm(dataDir, { recursive: true, force: true });
    }
  });

  it('is followed by a process in which nothing happens', async () => {
    const dataDir = await mkdtemp(join(tmpdir(), 'walnut-follow-'));
    try {
      const [latest] = await beginRotation(dataDir, [OLD]);
      const taken = await new Promise<readonly Uint8Array[]>((resolve) => {
        const take = (keys: readonly Uint8Array[]): void => {
          stop();
          resolve(keys);
        };
        const stop = followKeyFile(dataDir, { setKeys: take }, 1);
      });
      expect(taken).toEqual([latest, OLD]);
    } finally {
      await rm(dataDir, { recursive: true, force: true });
    }
  });
});
