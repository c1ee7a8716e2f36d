import { pino } from 'pino';
import { afterEach, describe, expect, it } from 'vitest';
import { buildServer, type ServerParts } from '../../src/http/server.ts';

type Server = Awaited<ReturnType<typeof buildServer>>;
const opened: Server[] = [];
afterEach(async () => {
  for (const app of opened.splice(0)) await app.close();
});

class Away extends Error {}

async function server(parts: Partial<ServerParts> = {}): Promise<Server> {
  const app = await buildServer({
    log: pino({ level: 'silent' }),
    trustProxy: false,
    isSecure: false,
    isHealthy: async () => true,
    isAway: (error) => error instanceof Away,
    routes: [],
    ...parts,
  });
  opened.push(app);
  return app;
}

describe('the HTTP server', () => {
  it('lets pages load nothing from elsewhere, run nothing inline, and sit in no frame', async () => {
    const { headers } = await (await server()).inject('/health');
    const policy = String(headers['content-security-policy']);
    expect(policy).toContain("default-src 'none'");
    expect(policy).toContain("script-src 'self'");
    expect(policy).toContain("frame-ancestors 'none'");
    expect(policy).not.toContain('unsafe');
    expect(headers).toMatchObject({ 'referrer-policy': 'no-referrer', 'x-content-type-options': 'nosniff' });
  });

  it('asks browsers to keep to https only where people come by https', async () => {
    expect((await (await server()).inject('/health')).headers).not.toHaveProperty(
      'strict-transport-security',
    );
    const secure = await server({ isSecure: true });
    expect((await secure.inject('/health')).headers['strict-transport-security']).toContain('max-age=');
  });

  it('says whether the shop is well, also where asking fails', async () => {
    expect((await (await server()).inject('/health')).statusCode).toBe(200);
    const sick = await server({ isHealthy: () => Promise.reject(new Error('no database')) });
    expect((await sick.inject('/health')).statusCode).toBe(503);
  });

  it('answers people with a page in both languages and programs with a code, and tells neither what broke', async () => {
    const app = await server({
      routes: [
        async (routes) => {
          routes.get('/breaks', () => Promise.reject(new Error('a secret cause')));
        },
      ],
    });
    const missing = await app.inject({ url: '/nowhere', headers: { accept: 'text/html' } });
    expect(missing.statusCode).toBe(404);
    expect(missing.body).toContain('这里没有这个页面');
    expect(missing.body).toContain('There is no such page');
    const broken = await app.inject('/breaks');
    expect(broken.statusCode).toBe(500);
    expect(broken.json()).toEqual({ error: 'Something broke. Please try again in a moment.' });
    expect(broken.body).not.toContain('secret');
  });

  it('says that the database is away where that is why, and leaves the log to those who watch it', async () => {
    const lines: string[] = [];
    const app = await server({
      log: pino({ write: (line: string) => void lines.push(line) }),
      routes: [
        async (routes) => {
          routes.get('/waits', () => Promise.reject(new Away()));
        },
      ],
    });
    const page = await app.inject({ url: '/waits', headers: { accept: 'text/html' } });
    expect(page.statusCode).toBe(503);
    expect(page.body).toContain('数据库暂时连不上');
    expect((await app.inject('/waits')).json().error).toContain('The database is away');
    expect(lines).toEqual([]);
  });

  it('refuses a body larger than anything we take', async () => {
    const app = await server({
      routes: [
        async (routes) => {
          routes.post('/hook', async () => 'taken');
        },
      ],
    });
    const answer = await app.inject({ method: 'POST', url: '/hook', payload: { text: 'x'.repeat(300_000) } });
    expect(answer.statusCode).toBe(413);
  });

  it('answers a hundred requests a second of one address, as a proxy tells it, and others after that', {
    timeout: 60_000,
  }, async () => {
    const app = await server({ trustProxy: true });
    const from = (address: string) =>
      app.inject({ url: '/health', headers: { accept: 'text/html', 'x-forwarded-for': address } });
    for (let count = 0; count < 6_000; count += 1) await from('2001:db8:1:1::1');
    const refused = await from('2001:db8:1:1::2');
    expect(refused.statusCode).toBe(429);
    expect(Number(refused.headers['retry-after'])).toBeGreaterThan(0);
    expect(refused.body).toContain('请求太多了');
    expect((await from('2001:db8:1:2::1')).statusCode).toBe(200);
    expect((await from('203.0.113.7')).statusCode).toBe(200);
  });
});
