// A bare grammY bot on a webhook: one query and one send for each update, and no promise kept.
import { createServer } from 'node:http';
import { Bot, webhookCallback } from 'grammy';
import pg from 'pg';
import { searchTerms } from '../../src/shop/terms/search-terms.ts';
import { peerSettings } from './settings.ts';

const { token, apiRoot, databaseUrl, port } = peerSettings();
const pool = new pg.Pool({ connectionString: databaseUrl, max: 10 });
const bot = new Bot(token, { client: { apiRoot } });

bot.on('message:text', async (ctx) => {
  const { rows } = await pool.query<{ title: string }>({
    name: 'search',
    text: `SELECT title FROM product WHERE search @> $1::text[] AND status = 'on-sale' ORDER BY published_at DESC LIMIT 6`,
    values: [searchTerms(ctx.message.text)],
  });
  await ctx.reply(rows.map(({ title }) => title).join('\n') || 'nothing');
});

await bot.init();
createServer(webhookCallback(bot, 'http')).listen(port, '127.0.0.1', () => console.log('Walnut: a peer'));
