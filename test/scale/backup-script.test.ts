import { spawn, spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { withConnection } from '../../src/db/connection/connection.ts';
import { migrate } from '../../src/db/migrations/migrate.ts';
import { type Engine, startSystemPostgres, systemPostgres } from './engines.ts';

const bin = systemPostgres();

describe.runIf(bin)('docker/backup.sh', () => {
  let server: Engine;
  let folder: string;
  let url: string;
  let env: Record<string, string>;

  beforeAll(async () => {
    server = await startSystemPostgres(bin ?? '');
    folder = mkdtempSync(join(tmpdir(), 'walnut-backups-'));
    env = {
      ...{ PATH: `${bin}:${process.env.PATH}`, PGHOST: '127.0.0.1', PGPORT: String(server.port) },
      ...{ PGUSER: 'walnut', BACKUP_FOLDER: folder, BACKUP_KEEP: '3' },
    };
    url = `postgresql://walnut@127.0.0.1:${server.port}/walnut`;
    run('createdb', 'walnut');
    await migrate(url);
    await ask(`CREATE TABLE note AS SELECT '核桃' AS words`);
  });
  afterAll(async () => {
    await server.stop();
    rmSync(folder, { recursive: true, force: true });
  });

  const ask = async (sql: string) =>
    (await withConnection(url, (client) => client.query(sql))).rows as unknown[];
  const run = (program: string, ...args: string[]) => {
    const { status, stdout, stderr } = spawnSync(program, args, { env, encoding: 'utf8' });
    return { status, said: `${stdout}${stderr}` };
  };
  const backUp = () => run('bash', 'docker/backup.sh', 'once');
  const today = `walnut-${new Date().toISOString().slice(0, 10)}.dump`;

  it('dumps the day once, proves it, and removes only what is older than it is to keep', async () => {
    for (const day of ['01', '02', '03', '04']) writeFileSync(join(folder, `walnut-2026-01-${day}.dump`), '');
    expect(backUp()).toEqual({ status: 0, said: expect.stringContaining('proven by restoring it') });
    expect(readdirSync(folder).sort()).toEqual(
      ['walnut-2026-01-03.dump', 'walnut-2026-01-04.dump', today].sort(),
    );
    expect(backUp()).toEqual({ status: 0, said: '' });
    expect(await ask(`SELECT FROM pg_database WHERE datname = 'walnut_proof'`)).toEqual([]);
  });

  it('keeps its dumps to itself, and tells where there is none of this day', () => {
    expect(statSync(join(folder, today)).mode & 0o077).toBe(0);
    expect(run('bash', 'docker/backup.sh', 'fresh').status).toBe(0);
    const twoDaysAgo = new Date(Date.now() - 48 * 3_600_000);
    for (const name of readdirSync(folder)) utimesSync(join(folder, name), twoDaysAgo, twoDaysAgo);
    expect(run('bash', 'docker/backup.sh', 'fresh').status).toBe(1);
  });

  it('brings the village back by the command of docs/operating/docker.md', async () => {
    await ask('DROP TABLE note');
    const restored = run(
      'pg_restore',
      ...['--clean', '--if-exists', '--no-owner', '--dbname=walnut', join(folder, today)],
    );
    expect(restored).toEqual({ status: 0, said: '' });
    expect(await ask('SELECT words FROM note')).toEqual([{ words: '核桃' }]);
    expect(await migrate(url)).toEqual([]);
  });

  it('keeps nothing that could not be restored, also when it runs day after day', async () => {
    rmSync(join(folder, today));
    await ask('ALTER TABLE orders RENAME TO elsewhere');
    const child = spawn('bash', ['docker/backup.sh'], {
      env,
      stdio: ['ignore', 'ignore', 'pipe'],
      detached: true,
    });
    let said = '';
    child.stderr.on('data', (part) => {
      said += String(part);
    });
    await expect.poll(() => said).toContain('the backup failed; it is tried again in an hour');
    // Its sleep goes with it.
    process.kill(-(child.pid ?? 0), 'SIGKILL');
    expect(readdirSync(folder).filter((name) => name.endsWith('.dump'))).toHaveLength(2);
    await ask('ALTER TABLE elsewhere RENAME TO orders');
    expect(backUp().status).toBe(0);
  });
});
