import type { Cipher } from '../../db/crypto/cipher.ts';
import { sealedAt } from '../../db/crypto/sealed-columns.ts';
import type { OrderId } from '../../db/ids.ts';

/** An order's row, as far as it says by which number its parcel is followed: to where, and under whose name. */
interface TrackedRow {
  readonly id: OrderId;
  /** In clear: of an earlier release, until the next start. */
  readonly trackingNumber: string | null;
  readonly sealedTracking: Uint8Array | null;
}

export const openTracking = (
  cipher: Cipher,
  { id, trackingNumber, sealedTracking }: TrackedRow,
): string | null =>
  sealedTracking
    ? String(cipher.decrypt(sealedTracking, sealedAt('orders.sealed_tracking', id)))
    : trackingNumber;

export const sealTracking = (cipher: Cipher, id: OrderId, number: string) => ({
  trackingNumber: null,
  sealedTracking: cipher.encrypt(number, sealedAt('orders.sealed_tracking', id)),
});
