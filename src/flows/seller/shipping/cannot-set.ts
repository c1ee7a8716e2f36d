import { tap } from '../../../chat/dsl/action.ts';
import { type Button, type Reply, say } from '../../../chat/dsl/screen.ts';
import { readCannotSet } from '../../../nlu/acts/seller/settings/cannot-set.ts';
import { homeButton } from '../../screens/values.ts';

const next: Readonly<Record<NonNullable<ReturnType<typeof readCannotSet>>, Button>> = {
  together: { label: say('myshop-delivery'), tap: tap('delivery') },
  'weight-minimum': { label: say('delivery-minimum-button'), tap: tap('minimum-ask') },
  'cod-off': { label: say('seller-help-codes'), tap: tap('payment') },
};

/** 满两单一起发, 5斤起送, 货到付款不做了: what cannot be set, answered with what can. */
export function cannotSetAnswer(text: string): Reply | undefined {
  const what = readCannotSet(text);
  if (!what) return undefined;
  return [
    {
      text: say(`setting-no-${what}`),
      buttons: [[next[what]], [homeButton]],
      fresh: true,
      keepsQuestion: true,
    },
  ];
}
