import { describe, expect, it } from 'vitest';
import { seedDemo } from '../../prisma/demo/seed.ts';
import { systemClock } from '../../src/data.ts';
import { CHECK_PLACE } from '../../src/db/crypto/key-check.ts';
import { openEmbedded } from '../../src/db/embedded/embedded.ts';
import { migrate } from '../../src/db/migrations/migrate.ts';
import { createDatabase, freshDatabase, urlOf } from '../support/database.ts';
import { testSeal } from '../support/village.ts';
import { examine, inFolder, nowhere, server } from './examine.ts';

// What the doctor says of the database, and of what is in it.

/** A database server is made, and started three times. */
const SERVERS_MS = 60_000;

describe('the doctor and the database', () => {
  it('names the schema changes that are still to be made', async () => {
    const url = urlOf(await createDatabase(`ENCODING 'UTF8' LOCALE 'C.UTF-8' TEMPLATE template0`));
    const { database } = await examine(server(url));
    expect(database).toMatchObject({ is: 'fine', said: expect.stringMatching(/\d+ schema changes? that/) });
  });

  it('refuses one that counts bytes for characters', async () => {
    const url = urlOf(await createDatabase(`ENCODING 'SQL_ASCII' LOCALE 'C' TEMPLATE template0`));
    const { database } = await examine(server(url));
    expect(database).toMatchObject({ is: 'wrong', said: expect.stringContaining('needs UTF8') });
  });

  it(
    'starts the embedded one to look at it, and stops it again',
    () =>
      inFolder(async (folder) => {
        const embedded = await openEmbedded(folder, { isDurable: false });
        await migrate(embedded.url);
        await embedded.stop();
        const { database } = await examine({ DATA_DIR: folder });
        expect(database).toMatchObject({
          is: 'fine',
          said: expect.stringContaining('schema up to date; embedded'),
        });
        const again = await openEmbedded(folder, { isDurable: false });
        expect(await again.stop()).toBe(true);
      }),
    SERVERS_MS,
  );
});

describe('the doctor and the secret key', () => {
  it('tells a key that opens what is there from one that does not, and changes nothing', async () => {
    await using database = await freshDatabase();
    const keyAt = async (sign: number) => {
      const SECRET_KEY = Buffer.alloc(32, sign).toString('base64');
      return (await examine({ ...server(database.url), SECRET_KEY }))['secret key'];
    };
    expect(await keyAt(7)).toMatchObject({ is: 'fine', said: 'nothing has been sealed with it yet' });
    expect(await database.db.secretKey.count()).toBe(0);
    await database.db.secretKey.create({
      data: { id: 1, checkValue: testSeal.encrypt('walnut', CHECK_PLACE) },
    });
    expect(await keyAt(7)).toMatchObject({ is: 'fine', said: expect.stringContaining('fingerprint') });
    const wrong = await keyAt(8);
    expect(wrong).toMatchObject({ is: 'wrong', said: 'SECRET_KEY does not open what is in the database' });
    expect(wrong?.todo).toContain('the key with which the shop was opened first');
  });
});

describe('the doctor and the village', () => {
  it('says how to found it where there is none, which is nothing wrong yet', async () => {
    await using database = await freshDatabase();
    const { village } = await examine(server(database.url));
    expect(village).toMatchObject({ is: 'off', said: 'none yet: buyers hear that it is being set up' });
    expect(village?.todo).toContain('npm run village -- "Lingtou" --county "Fenyang" --province "Shanxi"');
    expect(village?.todo).toContain('npm run invite -- --operator');
  });

  it('says how to invite the first family', async () => {
    await using database = await freshDatabase();
    const names = { nameEn: '', countyEn: '', provinceEn: '', story: '', storyEn: '' };
    const place = { name: '岭头村', county: '汾阳市', province: '山西省', createdAt: new Date() };
    await database.db.village.create({ data: { slug: 'one', ...names, ...place } });
    const { village } = await examine(server(database.url));
    expect(village).toMatchObject({ is: 'fine', said: '岭头村, 汾阳市; families: 0' });
    expect(village?.todo).toContain('npm run invite -- "Wang Xiuying"');
  });

  it('finds made-up families wrong where real people would buy from them', async () => {
    await using database = await freshDatabase();
    await seedDemo({ db: database.db, cipher: testSeal, clock: systemClock });
    const { village } = await examine(server(database.url));
    expect(village).toMatchObject({ is: 'wrong', said: 'the demo village, with made-up families' });
    expect(village?.todo).toContain('DATA_DIR');
  });

  it('knows nothing of it where the database cannot be reached, and says so once', async () => {
    const { village, database } = await examine(nowhere);
    expect(database?.is).toBe('wrong');
    expect(village).toEqual({ what: 'village', is: 'off', said: 'unknown as long as the database is' });
  });
});
