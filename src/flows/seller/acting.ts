import { type Reply, say } from '../../chat/screen.ts';
import type { SellerCard } from '../../shop/sellers.ts';
import type { Turn } from '../flow.ts';

/** For whom the person acts here; those who act for nobody hear how to join. */
export async function actingFor({ shop, person }: Turn<string>): Promise<SellerCard | undefined> {
  return (await shop.sellers.of(person.id))[0];
}

export const notASeller: Reply = [{ text: say('seller-not-joined') }];
