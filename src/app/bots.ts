import { createHmac } from 'node:crypto';
import { startBuyerBot } from '../bots/buyer.ts';
import { startSellerBot } from '../bots/seller.ts';
import { INLINE_PAGE, type InlineAnswer, type InlineQueryInput } from '../bots/telegram/inbound/inline.ts';
import type { PreCheckoutInput } from '../bots/telegram/inbound/pre-checkout.ts';
import type { BotDeps, RunningBot } from '../bots/telegram/inbound/reception.ts';
import { type Locale, parseLocale, type Side } from '../chat/dsl/event.ts';
import type { I18n } from '../chat/dsl/i18n.ts';
import { findFileId } from '../chat/store/media.ts';
import type { Config } from '../config.ts';
import type { MediaId } from '../db/ids.ts';
import { inTransaction } from '../db/work.ts';
import { findShareable } from '../flows/asks/inline.ts';
import { findPaymentRefusal } from '../flows/asks/pre-checkout.ts';
import { commandMenu, groupText } from '../flows/common/menu.ts';
import { createShop } from '../shop/shop.ts';
import { fen } from '../shop/values/money.ts';
import type { Shared } from './shared.ts';

export type RunningBots = Partial<Record<Side, RunningBot>>;

export interface BotsParts extends Shared {
  readonly i18n: Readonly<Record<Locale, I18n>>;
}

/** Starts the bots that have a token. */
export async function startBots({ bots, locale }: Config, parts: BotsParts): Promise<RunningBots> {
  const running: RunningBots = {};
  const deps = (side: Side, token: string) => botDeps({ bots, locale }, parts, side, token);
  if (bots.buyer) {
    const asks = createAsks(locale, parts);
    running.buyer = await startBuyerBot({ ...deps('buyer', bots.buyer.token), ...asks });
    parts.lifecycle.add("the buyers' bot", running.buyer.stop);
  }
  if (bots.seller) {
    running.seller = await startSellerBot(deps('seller', bots.seller.token));
    parts.lifecycle.add("the sellers' bot", running.seller.stop);
  }
  return running;
}

function botDeps(
  { bots, locale }: Pick<Config, 'bots' | 'locale'>,
  { appContext, engine, i18n, log }: BotsParts,
  side: Side,
  token: string,
): BotDeps {
  const { updates, apiRoot } = bots;
  return {
    token,
    setting: `${side.toUpperCase()}_BOT_TOKEN`,
    apiRoot,
    engine,
    webhook:
      updates.is === 'webhook'
        ? { url: `${updates.publicUrl}/telegram/${side}`, secret: webhookSecret(token) }
        : undefined,
    commands: (language) =>
      commandMenu(side).map(({ command, description }) => ({
        command,
        description: i18n[language].showPlain(description),
      })),
    groupAnswer: (language) => ({
      html: i18n[language].show(groupText.text).markup,
      button: i18n[language].showPlain(groupText.button),
    }),
    locale,
    now: () => appContext.clock.now(),
    log,
  };
}

/** What the buyers' bot answers within the request. */
function createAsks(locale: Locale, { appContext, i18n }: BotsParts) {
  const findPhotoFile = (photo: MediaId | undefined) =>
    photo && findFileId(appContext.db, photo, 'telegram-buyer');
  return {
    async answerAsk(query: InlineQueryInput): Promise<InlineAnswer[]> {
      const language = parseLocale(query.from.language, locale);
      const found = await inTransaction(appContext, (context) =>
        findShareable(createShop(context), i18n[language], query, INLINE_PAGE),
      );
      return Promise.all(found.map(async (one) => ({ ...one, photoFile: await findPhotoFile(one.photo) })));
    },
    answerPay: (query: PreCheckoutInput) =>
      inTransaction(appContext, (context) =>
        findPaymentRefusal(createShop(context), i18n[query.locale], {
          ...query,
          amount: fen(query.amount),
          payer: query.from.telegramId,
        }),
      ),
  };
}

/** The same secret in every process, without one more setting. */
const webhookSecret = (token: string): string =>
  createHmac('sha256', token).update('walnut webhook').digest('base64url');
