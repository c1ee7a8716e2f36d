import type { I18n } from '../../chat/dsl/i18n.ts';
import { say } from '../../chat/dsl/screen.ts';
import type { NotPayable, PreCheckoutQuery } from '../../shop/payments/invoices.ts';
import type { Shop } from '../../shop/shop.ts';

/** The reason why a person may not pay a bill, in their language; undefined if they may. */
export async function findPaymentRefusal(
  shop: Shop,
  i18n: I18n,
  asked: PreCheckoutQuery,
): Promise<string | undefined> {
  const end = await shop.invoices.prepare(asked);
  return end.ok ? undefined : i18n.showPlain(whyNot(end.refusal));
}

const whyNot = (refusal: NotPayable) =>
  'title' in refusal
    ? say(`invoice-${refusal.code}`, { title: { own: refusal.title, en: refusal.titleEn } })
    : say(`invoice-not-${refusal.code}`);
