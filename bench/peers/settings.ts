/** What the harness gives a peer: the same settings as Walnut. */
export function peerSettings() {
  const { BUYER_BOT_TOKEN = '', TELEGRAM_API_ROOT = '', DATABASE_URL = '', PORT = '0' } = process.env;
  return {
    token: BUYER_BOT_TOKEN,
    apiRoot: TELEGRAM_API_ROOT,
    databaseUrl: DATABASE_URL,
    port: Number(PORT),
  };
}
