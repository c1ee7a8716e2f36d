import type { SellerCard } from '../../../shop/sellers/sellers.ts';
import type { Turn } from '../../flow.ts';

/** Among so many households a name is looked for. */
const MOST_SELLERS = 100;

/** The household whose name stands in a message, in either language: 赵大娘家啥时候播. */
export async function namedSeller({
  shop,
  text,
}: Pick<Turn, 'shop' | 'text'>): Promise<SellerCard | undefined> {
  const said = text.toLowerCase();
  const all = await shop.sellers.all(0, MOST_SELLERS);
  return all.find(({ name, nameEn }) => namesIn({ name, nameEn }).some((one) => said.includes(one)));
}

/** The message without the names of a household: what is left says what is wanted. */
export const withoutSeller = (text: string, seller: Named): string =>
  namesIn(seller)
    .reduce((rest, name) => rest.replaceAll(name, ' '), text.toLowerCase())
    .trim();

type Named = Pick<SellerCard, 'name' | 'nameEn'>;

const namesIn = ({ name, nameEn }: Named): string[] =>
  [name, nameEn].flatMap((one) => (one ? [one.toLowerCase()] : []));
