import type { Reply } from '../../../../chat/dsl/screen.ts';
import { readUse } from '../../../../nlu/acts/goods/uses.ts';
import { areNamed } from '../../../../shop/terms/search-terms.ts';
import type { Turn } from '../../../flow.ts';
import { foundScreen } from '../../catalogue/search.ts';
import { namedProduct } from '../named-product.ts';

/** 有没有啥嗑着玩的, anything sweet: what is on sale of the goods that are usual for it; nothing where some are named. */
export async function byUseAnswer(turn: Turn): Promise<Reply | undefined> {
  const use = readUse(turn.text);
  if (!use || (await namedProduct({ ...turn, focus: {} }))) return undefined;
  const { catalogue } = turn.shop;
  const usual = (await catalogue.titles()).filter(({ title, titleEn }) =>
    use.goods.some((name) => areNamed(name, title, titleEn)),
  );
  const found = await Promise.all(usual.slice(0, MOST).map(({ id }) => catalogue.byId(id)));
  const items = found.filter((one) => one !== undefined);
  if (items.length === 0) return undefined;
  return [foundScreen(use.words, { match: 'exact', items, total: items.length, page: 0, pages: 1 })];
}

/** More than so many are a shelf. */
const MOST = 8;
