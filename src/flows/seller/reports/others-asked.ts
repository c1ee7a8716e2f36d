import { tap } from '../../../chat/dsl/action.ts';
import { type Reply, say } from '../../../chat/dsl/screen.ts';
import { asksOfOthers } from '../../../nlu/acts/seller/orders/others-shop.ts';
import type { Membership } from '../../../shop/sellers/members.ts';
import type { Turn } from '../../flow.ts';
import { homeButton } from '../../screens/values.ts';

/** 李建国家今天卖了多少: that is theirs; one's own is a tap away. */
export function othersAsked({ text, person }: Turn, { name }: Membership): Reply | undefined {
  if (!asksOfOthers(text, `${name} ${person.name}`)) return undefined;
  return [
    {
      text: say('report-others', { shop: name }),
      buttons: [
        [
          { label: say('home-sales'), tap: tap('sales/:period', { period: 'today' }) },
          { label: say('seller-home-orders'), tap: tap('sold/:page', { page: 0 }) },
        ],
        [homeButton],
      ],
      fresh: true,
      keepsQuestion: true,
    },
  ];
}
