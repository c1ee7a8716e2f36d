// The limit: a small bot on plain `pg` that keeps Walnut's promises. An update is in the inbox before its 200; the updates
// of a chat are handled in their order, each in one transaction that locks the chat's session, searches, and writes the
// answer and the session; bodies are sealed; nothing is sent before the commit; what was sent is recorded. It sends by the same
// client as Walnut.
import { randomUUID } from 'node:crypto';
import { createServer } from 'node:http';
import { Api } from 'grammy';
import type { Update } from 'grammy/types';
import pg from 'pg';
import { clientOptions } from '../../src/bots/telegram/api/client.ts';
import { createCipher } from '../../src/db/crypto/cipher.ts';
import { sealedAt } from '../../src/db/crypto/sealed-columns.ts';
import { searchTerms } from '../../src/shop/terms/search-terms.ts';
import { peerSettings } from './settings.ts';

const { token, apiRoot, databaseUrl, port } = peerSettings();
const pool = new pg.Pool({ connectionString: databaseUrl, max: 10 });
const api = new Api(token, clientOptions(apiRoot, 20));
const cipher = createCipher(Buffer.alloc(32, 7));
/** As long as a message's. */
const NOWHERE = sealedAt('message.sealed', randomUUID());
const running = new Map<number, Promise<void>>();

interface Waiting {
  readonly id: string;
  readonly sealed: Buffer;
  readonly chat_id: string;
}

async function store({ update_id, message }: Update): Promise<void> {
  await pool.query({
    name: 'store',
    text: `INSERT INTO inbox (channel, address, key, seq, sealed, at) VALUES ('telegram-buyer', $1, $2, $3, $4, now())
      ON CONFLICT DO NOTHING`,
    values: [String(message?.chat.id), String(update_id), update_id, cipher.encrypt(message?.text, NOWHERE)],
  });
}

/** A chat that writes for the first time. */
async function knownChat(address: string): Promise<void> {
  const [person, chat] = [randomUUID(), randomUUID()];
  await pool.query({
    name: 'known',
    text: `WITH new AS (INSERT INTO person (id, name, locale, created_at) SELECT $1, $3, 'zh', now()
        WHERE NOT EXISTS (SELECT FROM chat WHERE channel = 'telegram-buyer' AND address = $3) RETURNING id),
      chat AS (INSERT INTO chat (id, person_id, channel, address, created_at) SELECT $2, id, 'telegram-buyer', $3, now() FROM new
        RETURNING id)
      INSERT INTO session (chat_id, updated_at) SELECT id, now() FROM chat`,
    values: [person, chat, address],
  });
}

async function turn(address: string): Promise<void> {
  const client = await pool.connect();
  let said: { id: string; text: string } | undefined;
  try {
    await client.query('BEGIN');
    said = await answer(client, address);
    await client.query('COMMIT');
  } catch (error) {
    await client.query('ROLLBACK');
    throw error;
  } finally {
    client.release();
  }
  if (!said) return;
  const { message_id } = await api.sendMessage(address, said.text);
  await pool.query({
    name: 'sent',
    text: `UPDATE message SET state = 'sent', lease_until = NULL, platform_id = $2 WHERE id = $1`,
    values: [said.id, String(message_id)],
  });
}

async function answer(client: pg.PoolClient, address: string) {
  const { rows } = await client.query<Waiting>({
    name: 'lock',
    text: `SELECT inbox.id, inbox.sealed, session.chat_id FROM chat JOIN session ON session.chat_id = chat.id,
        LATERAL (SELECT id, sealed FROM inbox WHERE inbox.channel = chat.channel AND inbox.address = chat.address
          AND state = 'waiting' ORDER BY seq LIMIT 1) inbox
      WHERE chat.channel = 'telegram-buyer' AND chat.address = $1 FOR UPDATE OF session`,
    values: [address],
  });
  const [event] = rows;
  if (!event) return undefined;
  const found = await client.query<{ title: string }>({
    name: 'search',
    text: `SELECT title FROM product WHERE search @> $1::text[] AND status = 'on-sale' ORDER BY published_at DESC LIMIT 6`,
    values: [searchTerms(String(cipher.decrypt(event.sealed, NOWHERE)))],
  });
  const text = found.rows.map(({ title }) => title).join('\n') || 'nothing';
  const id = randomUUID();
  await client.query({
    name: 'say',
    text: `WITH next AS (SELECT nextval('message_seq_seq') AS seq)
      INSERT INTO message (id, seq, chat_id, cause, index, place, sealed, state, due_at, lease_until, created_at)
      SELECT $1, seq, $2, $3, 0, seq, $4, 'sending', now(), now() + interval '30 s', now() FROM next`,
    values: [
      id,
      event.chat_id,
      `turn:${event.id}`,
      cipher.encrypt({ html: text, buttons: [] }, sealedAt('message.sealed', id)),
    ],
  });
  await client.query({
    name: 'session',
    text: 'UPDATE session SET sealed = $2, updated_at = now() WHERE chat_id = $1',
    values: [
      event.chat_id,
      cipher.encrypt({ misses: 0, focus: found.rows }, sealedAt('session.sealed', event.chat_id)),
    ],
  });
  await client.query({
    name: 'handled',
    text: `UPDATE inbox SET state = 'handled' WHERE id = $1`,
    values: [event.id],
  });
  return { id, text };
}

/** After the chat's earlier turns. */
function inOrder(chat: number, act: () => Promise<void>): void {
  const last = (running.get(chat) ?? Promise.resolve())
    .then(act)
    .catch((error: unknown) => console.error(error));
  running.set(chat, last);
  void last.then(() => running.get(chat) === last && running.delete(chat));
}

createServer(async (request, response) => {
  const parts: Buffer[] = [];
  for await (const part of request) parts.push(part as Buffer);
  const update = JSON.parse(Buffer.concat(parts).toString()) as Update;
  const chat = update.message?.chat.id ?? 0;
  await store(update);
  response.end();
  inOrder(chat, async () => {
    await knownChat(String(chat));
    await turn(String(chat));
  });
}).listen(port, '127.0.0.1', () => console.log('Walnut: a peer'));
