import { spawnSync } from 'node:child_process';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { seedDemo } from '../../prisma/demo/seed.ts';
import { runInvite } from '../../src/commands/invite.ts';
import { runVillage } from '../../src/commands/village.ts';
import { readConfig } from '../../src/config.ts';
import { systemClock } from '../../src/data.ts';
import { type AppContext, inTransaction } from '../../src/db/work.ts';
import { foundVillage, villageHere } from '../../src/shop/sellers/villages.ts';
import { type FreshDatabase, freshDatabase } from '../support/database.ts';
import { testSeal } from '../support/village.ts';

let database: FreshDatabase;
let appContext: AppContext;

beforeEach(async () => {
  database = await freshDatabase();
  appContext = { db: database.db, cipher: testSeal, clock: systemClock };
});
afterEach(() => database.drop());

/** What a command prints, or why it refuses. */
async function printed(run: (say: (line: string) => void) => Promise<void>): Promise<string> {
  const lines: string[] = [];
  await run((line) => void lines.push(line)).catch((error: Error) => lines.push(`refused: ${error.message}`));
  return lines.join('\n');
}

const village = (...args: string[]) => printed((say) => runVillage(args, appContext, say));
const invite = (...args: string[]) =>
  printed((say) => runInvite(args, appContext, readConfig({ PUBLIC_URL: 'https://shop.example.org' }), say));
const here = () => inTransaction(appContext, villageHere);

const LINGTOU = ['岭头村', '--name-en', 'Lingtou', '--county', '汾阳市', '--province', '山西省'];

describe('npm run village', () => {
  it('founds the village on an empty database, and families can be invited', async () => {
    const said = await village(...LINGTOU);
    expect(said).toContain('The village is founded: 岭头村 (Lingtou), 汾阳市, 山西省, Asia/Shanghai, CNY');
    expect(said).toContain('npm run invite -- "Wang Xiuying"');
    expect(await here()).toMatchObject({
      slug: 'lingtoucun-fenyangshi-shanxisheng',
      countyEn: '汾阳市',
      currency: 'CNY',
    });
    expect(await invite('王秀英家')).toMatch(/^Web: +https:\/\/shop\.example\.org\/join\/[\w-]+$/m);
  });

  it('says that it is there when it is run again, and changes nothing', async () => {
    await village(...LINGTOU);
    const before = await here();
    expect(await village(...LINGTOU)).toContain('The village is there: 岭头村 (Lingtou)');
    expect(await village()).toContain('The village is there');
    expect(await here()).toEqual(before);
    expect(await database.db.village.count()).toBe(1);
  });

  it('changes what is given and nothing else', async () => {
    await village(...LINGTOU);
    const said = await village(
      'Lingtou',
      '--province-en',
      'Shanxi',
      '--time-zone',
      'asia/urumqi',
      '--currency',
      'eur',
    );
    expect(said).toContain(
      'The village is now: 岭头村 (Lingtou), 汾阳市, 山西省 (汾阳市, Shanxi), Asia/Urumqi, EUR',
    );
    expect(said).toContain('restart');
    expect(said).toContain('still written with ¥');
    await village('--rename', '岭脚村');
    expect(await here()).toMatchObject({
      name: '岭脚村',
      nameEn: '岭脚村',
      provinceEn: 'Shanxi',
      timeZone: 'Asia/Urumqi',
    });
  });

  it('names what is missing, with the whole command', async () => {
    expect(await village('Lingtou')).toBe(
      'refused: There is no village yet; say --county and --province:\n' +
        '  npm run village -- "Lingtou" --county "Fenyang" --province "Shanxi"',
    );
    expect(await village('--county', 'Fenyang')).toContain('say its name and --province');
    expect(await village('--rename', 'Lingjiao')).toContain('nothing to rename');
    expect(await here()).toBeNull();
  });

  it('does not take another village for a new name of this one', async () => {
    await village(...LINGTOU);
    const said = await village('柳林村', '--county', '柳林县', '--province', '山西省');
    expect(said).toContain('npm run village -- "岭头村" --rename "柳林村"');
    expect(await here()).toMatchObject({ name: '岭头村' });
  });

  it('leaves the demo village alone', async () => {
    await seedDemo(appContext);
    expect(await village('Lingtou', '--county', 'Gu', '--province', 'Shanxi')).toContain('set DATA_DIR');
    expect(await here()).toMatchObject({ county: '汾阳市' });
  });

  it.each([
    [['--time-zone', '+08:00'], '--time-zone'],
    [['--time-zone', 'Mars/Olympus'], '--time-zone'],
    [['--currency', 'yuan'], '--currency'],
    [['--currency', 'JPY'], '--currency'],
    [['--county', '  '], '--county'],
    [['--name-en', 'x'.repeat(41)], '--name-en'],
  ])('refuses %s', async (wrong, named) => {
    expect(await village(...LINGTOU, ...wrong)).toMatch(new RegExp(`^refused: ${named}`));
    expect(await here()).toBeNull();
  });

  it('founds one village, whoever founds at the same moment', async () => {
    const facts = { county: '汾阳市', province: '山西省' };
    const ends = await Promise.all(
      ['岭头村', '柳林村', '石楼村'].map((name) =>
        inTransaction(appContext, (context) => foundVillage(context, { name, ...facts })),
      ),
    );
    expect(ends.filter(({ ok }) => ok)).toHaveLength(1);
    expect(await database.db.village.count()).toBe(1);
  });
});

describe('npm run invite without a village', () => {
  it('says what is missing and the whole command', async () => {
    const said = await invite('Wang Xiuying');
    expect(said).toMatch(/^refused: There is no village yet/);
    expect(said).toContain('npm run village -- "Lingtou" --county "Fenyang" --province "Shanxi"');
    expect(said).toContain('npm run invite -- --operator');
    expect(await database.db.invite.count()).toBe(0);
  });

  it('makes the link by which the first of the office founds the village', async () => {
    const said = await invite('--operator');
    expect(said).toMatch(/\/join\/[\w-]+/);
    expect(said).toContain('whoever opens the link is asked for its name');
  });

  it('ends with 1 and without a trace at the terminal', () => {
    const env = {
      PATH: process.env.PATH ?? '',
      DATABASE_URL: database.url,
      SECRET_KEY: Buffer.alloc(32, 7).toString('base64'),
    };
    const run = (...args: string[]) =>
      spawnSync(process.execPath, ['src/start.js', ...args], { env, encoding: 'utf8' });
    const invited = run('invite', 'Wang Xiuying');
    expect(invited).toMatchObject({ status: 1, stdout: '' });
    expect(invited.stderr).toContain('There is no village yet');
    expect(invited.stderr).not.toMatch(/^ +at /m);
    const mistyped = run('village', 'Lingtou', '--provinse', 'Shanxi');
    expect(mistyped.status).toBe(1);
    expect(mistyped.stderr).toContain("'--provinse'");
    expect(mistyped.stderr).not.toMatch(/^ +at /m);
    // Two whole starts: on busy cores they take longer than a test usually may.
  }, 60_000);
});
