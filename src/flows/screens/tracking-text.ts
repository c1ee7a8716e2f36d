import { type Button, type Named, say, type Text } from '../../chat/dsl/screen.ts';
import { type Courier, courierByCode, trackingLink } from '../../shop/shipping/couriers.ts';

// Where a parcel is, to buyers and sellers alike.

interface Tracked {
  readonly courier: string | null;
  readonly trackingNumber: string | null;
}

export const courierName = ({ name, nameEn }: Courier): Named => ({ own: name, en: nameEn });

/** `🚚 顺丰 SF1234567890123`; nothing before there is a number. */
export function trackingText({ courier, trackingNumber }: Tracked): Text[] {
  if (!trackingNumber) return [];
  const known = courierByCode(courier);
  const values = { tracking: trackingNumber };
  return [
    known ? say('tracking-of', { ...values, courier: courierName(known) }) : say('order-tracking', values),
  ];
}

/** A button to the page that tells where the parcel is. */
export function trackingButtons({ courier, trackingNumber }: Tracked): Button[][] {
  const known = courierByCode(courier);
  if (!known || !trackingNumber) return [];
  return [[{ label: say('tracking-look'), url: trackingLink(known, trackingNumber) }]];
}
