import { tap } from '../../../chat/dsl/action.ts';
import { ask } from '../../../chat/dsl/flow.ts';
import { type Button, type Focus, type Screen, say, type Text } from '../../../chat/dsl/screen.ts';
import type { CheckoutId } from '../../../db/ids.ts';
import {
  type Card,
  hasDestination,
  needsAddress,
  type PaymentMethod,
  type SellerOrder,
} from '../../../shop/checkout/card.ts';
import { NEWCOMER_HOLD_MS } from '../../../shop/checkout/newcomers.ts';
import type { Problem } from '../../../shop/checkout/problems.ts';
import { linePictures } from '../../screens/orders/order-goods.ts';
import { expectedText, packsAgainText, shippingText } from '../../screens/orders/shipping-text.ts';
import {
  homeButton,
  inRows,
  lineText,
  moneyValue,
  orderRecipientText,
  productSeller,
} from '../../screens/values.ts';
import { addressAsk, type GivenRecipient } from './address.ts';
import { problemButtons, problemText, provinceAsk, yesTo } from './checkout-problems.ts';

/** Said where a sum reaches what one order can hold. */
export const tooLargeScreen: Screen = {
  text: say('cart-too-large'),
  buttons: [[{ label: say('cart'), tap: tap('cart') }]],
};

/** The card, with Confirm when it can be confirmed, and else with what stands in the way or the one question that is open. */
export function checkoutScreen(
  card: Card,
  problems: readonly Problem[],
  notices: readonly Text[] = [],
  given: GivenRecipient = {},
): Screen {
  if (!hasDestination(card)) return unaddressed(card, problems, notices, given);
  const noProvince = problems.find((problem) => problem.code === 'no-province');
  if (noProvince) return provinceAsk(card);
  const text: Text = [
    ...notices,
    say('card-title'),
    ...replacedText(card),
    ...goodsText(card),
    ...destinationText(card),
    ...moneyLines(card),
  ];
  if (problems.length > 0) {
    return {
      focus: focusOf(card),
      text: [text, ...problems.map(problemText)],
      pictures: linePictures(card),
      buttons: [...problemButtons(card, problems), ...choices(card), changeRow, ...keepRow(card)],
      ...withYes(yesTo(problems)),
    };
  }
  return {
    text,
    pictures: linePictures(card),
    buttons: [[confirmButton(card)], ...choices(card), changeRow, ...keepRow(card)],
    focus: focusOf(card),
    yes: tap('confirm/:intent', { intent: card.id }),
  };
}

const withYes = (yes: string | undefined) => (yes === undefined ? {} : { yes });

/** What alone stands on a card is what is talked about. */
const focusOf = ({ id, lines }: Card): Focus => ({
  card: id,
  ...(lines.length === 1 && { product: lines[0]?.productId }),
});

/** Who gets it is not known: asked with the card in sight, and what is known already is not asked again. */
function unaddressed(
  card: Card,
  problems: readonly Problem[],
  notices: readonly Text[],
  named: GivenRecipient,
): Screen {
  const { name, phone } = card.recipient ?? {};
  const given: GivenRecipient = { ...(name && { name }), ...(phone && { phone }), ...named };
  const question = addressAsk(given, { isPickup: !needsAddress(card) });
  return {
    ...question,
    focus: focusOf(card),
    pictures: linePictures(card),
    text: [
      ...notices,
      say('card-title'),
      ...replacedText(card),
      ...goodsText(card),
      ...(card.note ? [say('note-line', { note: card.note })] : []),
      totalText(card),
      ...problems.map(problemText),
      question.text,
    ],
    buttons: [...problemButtons(card, problems), ...methodButtons(card), changeRow, ...keepRow(card)],
    asks: ask('address', { intent: card.id, given }),
  };
}

/** Lines and the way they travel; by seller where there are several. */
function goodsText(card: Card): Text[] {
  const isShared = card.sellerOrders.length > 1;
  return card.sellerOrders.flatMap((part): Text[] => [
    ...(isShared ? [say('card-seller', { seller: productSeller(part) })] : []),
    ...sellerGoodsText(card, part),
  ]);
}

/** What one seller sends, and how. */
export function sellerGoodsText({ lines }: Pick<Card, 'lines'>, part: SellerOrder): Text[] {
  return [
    ...lines
      .filter((line) => line.sellerId === part.sellerId)
      .flatMap((line) => [lineText(line), ...expectedText(line), ...streamPriceText(line)]),
    shippingText(part),
    ...packsAgainText(part),
  ];
}

/** A stream's price holds a little longer than the stream. */
const streamPriceText = ({ streamId }: Card['lines'][number]): Text[] =>
  streamId === null ? [] : [say('card-stream-price')];

const destinationText = ({ recipient, note, sellerOrders }: Card): Text[] => [
  ...orderRecipientText({
    recipient,
    way: sellerOrders.find(({ way }) => way !== 'pickup')?.way ?? 'pickup',
  }),
  ...(note ? [say('note-line', { note })] : []),
];

const moneyLines = (card: Card): Text[] => [
  say(`card-pay-${whenPaid(card)}`),
  totalText(card),
  ...(card.isHeld ? [say('card-newcomer', { hours: NEWCOMER_HOLD_MS / 3_600_000 })] : []),
];

const whenPaid = (card: Card): Card['payBy'] | 'pickup' =>
  card.payBy === 'delivery' && !needsAddress(card) ? 'pickup' : card.payBy;

const totalText = ({ total }: Card): Text => say('card-total', { total: moneyValue(total) });

const changeRow: Button[] = [
  { label: say('card-change'), tap: tap('cart') },
  { label: say('cart-more'), tap: tap('browse/:page', { page: 0 }) },
];

/** An order stands until the card that changes it is confirmed. */
const replacedText = ({ replaces }: Card): Text[] =>
  replaces ? [say('card-replaces', { number: replaces.number })] : [];

const keepRow = ({ replaces }: Card): Button[][] =>
  replaces
    ? [
        [
          {
            label: say('change-keep', { number: replaces.number }),
            tap: tap('unchange/:order', { order: replaces.id }),
          },
        ],
      ]
    : [];

const confirmButton = ({ id, total }: Card): Button => ({
  label: say('card-confirm', { total: moneyValue(total) }),
  tap: tap('confirm/:intent', { intent: id }),
  tone: 'success',
});

function choices(card: Card): Button[][] {
  const { id, payBy, paymentMethods, note } = card;
  const others = paymentMethods.filter((way) => way !== payBy);
  return [
    ...methodButtons(card),
    [
      { label: say('card-other-address'), tap: tap('to/:intent', { intent: id }) },
      ...others.slice(0, 1).map((way) => payButton(id, way)),
    ],
    ...others.slice(1).map((way) => [payButton(id, way)]),
    [{ label: say(note ? 'note-change' : 'note-button'), tap: tap('note/:intent', { intent: id }) }],
  ];
}

const payButton = (intent: CheckoutId, way: PaymentMethod): Button => ({
  label: say(`card-by-${way}`),
  tap: tap('pay/:intent/:way', { intent, way }),
});

/** Every other way that a seller offers; with the seller's name where there are several. */
function methodButtons({ id, sellerOrders }: Card): Button[][] {
  const isShared = sellerOrders.length > 1;
  const buttons = sellerOrders.flatMap((part) =>
    part.others.map((other) => methodButton(id, part, other, isShared)),
  );
  return inRows(buttons, isShared ? 1 : 2);
}

function methodButton(
  intent: CheckoutId,
  part: SellerOrder,
  other: SellerOrder['others'][number],
  isShared: boolean,
): Button {
  const { sellerId } = part;
  const way = say(`way-${other.way}`);
  const fee = other.fee === 0 ? say('fee-free') : moneyValue(other.fee);
  return {
    label: isShared
      ? say('way-button-of', { seller: productSeller(part), way, fee })
      : say('way-button', { way, fee }),
    tap: tap('way/:intent/:seller/:way', { intent, seller: sellerId, way: other.way }),
  };
}

export const staleScreen: Screen = {
  text: say('card-stale'),
  buttons: [[{ label: say('cart'), tap: tap('cart') }, homeButton]],
  fresh: true,
};
