import type { Telegram, TelegramOptions } from './interface.ts';

/**
 * A Telegram on 127.0.0.1, on a port of its own. It refuses what Telegram refuses, in Telegram's words; the one thing it
 * allows beyond is a webhook on http and on any port of this machine.
 *
 * Our own, since the kept npm servers (telegram-test-api, telegraf-test) only pass texts back and forth: no refusals, no
 * HTML, no photos, no webhook secret.
 */
export async function startTelegram(_options: TelegramOptions = {}): Promise<Telegram> {
  throw new Error('The interface stands; the server is being built.');
}
