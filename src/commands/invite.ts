import { parseArgs } from 'node:util';
import { fetchIdentity } from '../bots/telegram/api/identity.ts';
import type { Config } from '../config.ts';
import { type AppContext, inTransaction } from '../db/work.ts';
import { formatPayload } from '../flows/screens/links/deep-link.ts';
import { addressAt } from '../http/own-address.ts';
import { inviteSeller } from '../shop/admin/seller-list.ts';
import { inviteOperator } from '../shop/sellers/sellers.ts';
import { villageHere } from '../shop/sellers/villages.ts';
import { CommandUsage, FOUND_EXAMPLE, type Say } from './usage.ts';

/** `npm run invite`: prints a link that works once, for a family or for the village office. */
export async function runInvite(
  args: string[],
  appContext: AppContext,
  config: Config,
  say: Say,
): Promise<void> {
  const { values, positionals } = parseArgs({
    args,
    allowPositionals: true,
    options: { again: { type: 'boolean' }, operator: { type: 'boolean' } },
  });
  if (values.operator) return inviteToOffice(appContext, config, say);
  const name = positionals.join(' ').trim();
  if (name === '')
    throw new CommandUsage(
      'Say who is invited: npm run invite -- "Wang Xiuying" (or --operator for the village office)',
    );
  const invited = await inTransaction(appContext, (context) => inviteSeller(context, name));
  if (!invited.ok) throw new CommandUsage(NO_VILLAGE);
  if (!invited.isNew && !values.again) say(`${name} sells here already; this is one more link.`);
  await sayInvite(invited.token, config, say);
}

const NO_VILLAGE = [
  'There is no village yet, so there is nothing to invite a family into. Found it first, with its own names:',
  `  ${FOUND_EXAMPLE}`,
  'Or let the first person of the village office found it in the chat, by the link that this prints:',
  '  npm run invite -- --operator',
].join('\n');

/** Needs no village: the first of the office founds it. */
async function inviteToOffice(appContext: AppContext, config: Config, say: Say): Promise<void> {
  const { token, village } = await inTransaction(appContext, async (context) => ({
    token: await inviteOperator(context),
    village: await villageHere(context),
  }));
  await sayInvite(token, config, say);
  if (!village) say('There is no village yet: whoever opens the link is asked for its name, and founds it.');
}

/** The link that its receiver can open; where the sellers' bot has no name for us now, what they write to it. */
async function sayInvite(token: string, { http, bots }: Config, say: Say): Promise<void> {
  const payload = formatPayload({ is: 'invite', token });
  if (bots.seller) {
    const bot = await fetchIdentity(bots.seller.token, bots.apiRoot);
    say(
      bot.is === 'known'
        ? `Telegram: https://t.me/${bot.username}?start=${payload}`
        : `Telegram: send this to the sellers' bot: /start ${payload}`,
    );
  }
  if (http.publicUrl) say(`Web:      ${http.publicUrl}/join/${token}`);
  else if (!bots.seller) say(`Web:      ${addressAt(http.host, http.port)}/join/${token}`);
  if (!http.publicUrl && !bots.seller)
    say('It opens while Walnut runs here, and in your own network at most: PUBLIC_URL is not set.');
  say('It works once, within seven days.');
}
