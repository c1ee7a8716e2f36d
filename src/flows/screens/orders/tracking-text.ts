import { type Button, type LocalName, say, type Text } from '../../../chat/dsl/screen.ts';
import { type Courier, findCourier, trackingLink } from '../../../shop/shipping/couriers.ts';

// Where a parcel is, to buyers and sellers alike.

interface Tracked {
  readonly courier: string | null;
  readonly trackingNumber: string | null;
}

export const courierName = ({ name, nameEn }: Courier): LocalName => ({ own: name, en: nameEn });

/** `🚚 顺丰 SF1234567890123`; nothing before there is a number. */
export function trackingText({ courier, trackingNumber }: Tracked): Text[] {
  if (!trackingNumber) return [];
  const known = findCourier(courier);
  const values = { tracking: trackingNumber };
  return [
    known ? say('tracking-of', { ...values, courier: courierName(known) }) : say('order-tracking', values),
  ];
}

/** A button to the page that tells where the parcel is. */
export function trackingButtons({ courier, trackingNumber }: Tracked): Button[][] {
  const known = findCourier(courier);
  if (!known || !trackingNumber) return [];
  return [[{ label: say('tracking-look'), url: trackingLink(known, trackingNumber) }]];
}
