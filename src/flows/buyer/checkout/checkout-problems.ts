import { tap } from '../../../chat/dsl/action.ts';
import { type Button, type Screen, say, type Text } from '../../../chat/dsl/screen.ts';
import type { Card } from '../../../shop/checkout/card.ts';
import type { NewcomerProblem } from '../../../shop/checkout/newcomers.ts';
import type { Problem } from '../../../shop/checkout/problems.ts';
import { findProvince, provinces } from '../../../shop/shipping/provinces.ts';
import { minusFen } from '../../../shop/values/money.ts';
import { dayText } from '../../screens/dates.ts';
import { inRows, moneyValue, productName, productSeller, quantityValue } from '../../screens/values.ts';

/** The problems of a card as text, with what can be ordered. */
export function problemText(problem: Problem): Text {
  switch (problem.code) {
    case 'short': {
      const { line, available } = problem;
      const values = {
        title: productName(line),
        wanted: quantityValue(line, line.quantity),
        left: quantityValue(line, available),
      };
      return say(available === 0 ? 'short-nothing' : 'short-some', values);
    }
    case 'changed': {
      const { line, now } = problem;
      return say('card-changed', {
        title: productName(line),
        was: moneyValue(line.total),
        now: moneyValue(now),
      });
    }
    case 'off-sale':
      return say('card-off-sale', { title: productName(problem.line) });
    case 'over-limit': {
      const { line, limit, left } = problem;
      const values = { title: productName(line), limit: quantityValue(line, limit) };
      if (left === 0) return say('limit-reached', values);
      return say('limit-passed', { ...values, left: quantityValue(line, left) });
    }
    case 'below-quantity':
      return say('below-quantity', {
        title: productName(problem.line),
        minimum: quantityValue(problem.line, problem.minimum),
      });
    case 'newcomer-amount':
      return [
        say(`newcomer-${problem.waitsFor === 'payment' ? 'unpaid' : 'amount'}-${problem.by}`, {
          limit: moneyValue(problem.limit),
          left: moneyValue(problem.left),
        }),
        newcomerWays(problem),
      ];
    case 'newcomer-share': {
      const { line, share, left } = problem;
      const values = { title: productName(line), share };
      const words = problem.waitsFor === 'payment' ? 'newcomer-unpaid-share' : 'newcomer-share';
      if (left === 0) return [say(`${words}-reached`, values), newcomerWays(problem)];
      const said = say(words, { ...values, left: quantityValue(line, left) });
      return [said, newcomerWays(problem)];
    }
    case 'below-minimum': {
      const { part, minimum } = problem;
      return say('below-minimum', {
        seller: productSeller(part),
        minimum: moneyValue(minimum),
        lacking: moneyValue(minusFen(minimum, part.goods)),
      });
    }
    case 'not-shipped':
      return say('not-shipped', {
        seller: productSeller(problem.part),
        province: findProvince(problem.province),
      });
    case 'no-province':
      return say('province-ask');
    case 'fee-changed': {
      const { part, now } = problem;
      return say('fee-changed', {
        seller: productSeller(part),
        was: moneyValue(part.fee),
        now: moneyValue(now),
      });
    }
    case 'way-off':
      return say('way-gone', { seller: productSeller(problem.part), way: say(`way-${problem.part.way}`) });
    case 'seller-closed':
      return say('seller-closed', { seller: productSeller(problem.part) });
    case 'closed':
      return say('packs-again', { seller: productSeller(problem.part), day: dayText(problem.until) });
  }
}

/** The ways on: take what can be had, order a little more, or leave a seller's goods out. */
export function problemButtons(card: Card, problems: readonly Problem[]): Button[][] {
  const { id } = card;
  const ofSellers = problems.flatMap((problem): Button[][] => {
    if (!ofSeller.has(problem.code) || !('part' in problem)) return [];
    const { sellerId } = problem.part;
    const seller = productSeller(problem.part);
    const out: Button = {
      label: say('card-without', { seller }),
      tap: tap('without/:seller', { seller: sellerId }),
    };
    const more: Button = {
      label: say('card-more-of', { seller }),
      tap: tap('seller/:seller', { seller: sellerId }),
      tone: 'primary',
    };
    return [problem.code === 'below-minimum' ? [more, out] : [out]];
  });
  const isRenewable = problems.some((problem) => renewable.has(problem.code));
  const renew: Button = {
    label: say('card-renew'),
    tap: tap('renew/:intent', { intent: id }),
    tone: 'primary',
  };
  return [
    ...problems.flatMap((problem) => (problem.code === 'below-quantity' ? raiseButtons(problem) : [])),
    ...(isRenewable ? [[renew]] : []),
    ...newcomerButtons(card, problems),
    ...ofSellers,
  ];
}

type BelowQuantity = Extract<Problem, { code: 'below-quantity' }>;

const raiseTap = ({ line, minimum }: BelowQuantity): string =>
  tap('set/:product/:quantity', { product: line.productId, quantity: minimum });

/** So much as is sold at least, or none of it. */
const raiseButtons = (problem: BelowQuantity): Button[][] => {
  const { line, minimum } = problem;
  const values = { title: productName(line), minimum: quantityValue(line, minimum) };
  return [
    [
      { label: say('quantity-raise', values), tap: raiseTap(problem), tone: 'primary' },
      {
        label: say('quantity-without', values),
        tap: tap('set/:product/:quantity', { product: line.productId, quantity: 0 }),
      },
    ],
  ];
};

/** What a plain yes does where one thing alone stands in the way, and it can be put right. */
export const yesTo = (problems: readonly Problem[]): string | undefined => {
  const [only, ...others] = problems;
  return only?.code === 'below-quantity' && others.length === 0 ? raiseTap(only) : undefined;
};

const newcomerWays = ({ canPayFirst, waitsFor }: NewcomerProblem): Text => {
  if (waitsFor === 'payment') return say('newcomer-ways-paid');
  return say(canPayFirst ? 'newcomer-ways-first' : 'newcomer-ways-less');
};

/** Pay first, or take as much as a newcomer may have on delivery. */
function newcomerButtons({ id: intent, paymentMethods }: Card, problems: readonly Problem[]): Button[][] {
  const ofNewcomers = problems.filter(({ code }) => code.startsWith('newcomer-'));
  if (ofNewcomers.length === 0) return [];
  const first = paymentMethods
    .filter((way) => way !== 'delivery')
    .slice(0, 1)
    .map((way): Button[] => [
      { label: say('newcomer-pay-first'), tap: tap('pay/:intent/:way', { intent, way }), tone: 'primary' },
    ]);
  const canBeFewer = ofNewcomers.some((one) => one.code === 'newcomer-share' && one.left > 0);
  const fewer: Button = { label: say('newcomer-fewer'), tap: tap('fewer/:intent', { intent }) };
  return [...first, ...(canBeFewer ? [[fewer]] : [])];
}

/** What is put right by leaving out a seller's goods. */
const ofSeller: ReadonlySet<Problem['code']> = new Set([
  'below-minimum',
  'not-shipped',
  'seller-closed',
] as const);

/** What a new card by the prices and stock of now puts right. */
const renewable: ReadonlySet<Problem['code']> = new Set([
  'short',
  'changed',
  'off-sale',
  'over-limit',
  'fee-changed',
  'way-off',
  'closed',
] as const);

/** The address does not tell its province, and the fee or the area depends on it. */
export function provinceAsk({ id, recipient }: Card): Screen {
  const choices = provinces.map((province, at): Button => {
    return {
      label: say('province-button', { province: findProvince(province) }),
      tap: tap('province/:intent/:at', { intent: id, at }),
    };
  });
  return {
    text: [say('province-ask'), ...(recipient ? [say('address-got', { parts: recipient.address })] : [])],
    buttons: [
      ...inRows(choices, 4),
      [{ label: say('card-other-address'), tap: tap('to/:intent', { intent: id }) }],
    ],
  };
}
