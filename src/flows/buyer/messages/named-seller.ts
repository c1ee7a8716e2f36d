import { pattern } from '../../../nlu/acts/act-patterns.ts';
import { plainWords } from '../../../nlu/acts/phrases.ts';
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

/** … or the one whose goods are in sight, where words point at them: 这家要是直播了喊我, when are they live? */
export async function meantSeller(turn: Turn): Promise<SellerCard | undefined> {
  const named = await namedSeller(turn);
  if (named || !pattern.theirs.test(plainWords(turn.text))) return named;
  const { shop, focus } = turn;
  const ids = focus.product ? [focus.product] : (focus.products ?? []);
  const shown = await Promise.all(ids.slice(0, MOST_SHOWN).map((id) => shop.catalogue.byId(id)));
  const [seller, ...others] = new Set(shown.flatMap((one) => (one ? [one.sellerId] : [])));
  return seller && others.length === 0 ? ((await shop.sellers.byId(seller)) ?? undefined) : undefined;
}

const MOST_SHOWN = 8;

/** The message without the names of a household: what is left says what is wanted. */
export const withoutSeller = (text: string, seller: Named): string =>
  namesIn(seller)
    .reduce((rest, name) => rest.replaceAll(name, ' '), text.toLowerCase())
    .trim();

type Named = Pick<SellerCard, 'name' | 'nameEn'>;

const namesIn = ({ name, nameEn }: Named): string[] =>
  [name, nameEn].flatMap((one) => (one ? [one.toLowerCase()] : []));
