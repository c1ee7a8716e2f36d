import { createHash } from 'node:crypto';
import { isId, parseId, type ShelfId } from '../../../db/ids.ts';
import { type Category, categories } from '../../terms/categories.ts';

/** The round of an alert about a product that is new on its shelf begins so. */
export const NEW_ROUND = 'new:';

/** The id under which a shelf is followed: shelves are words, and what is followed has an id. */
export function shelfTarget(category: string): ShelfId {
  const hash = createHash('sha256').update(`shelf ${category}`).digest('hex');
  const id = [
    hash.slice(0, 8),
    hash.slice(8, 12),
    hash.slice(12, 16),
    hash.slice(16, 20),
    hash.slice(20, 32),
  ];
  const read = parseId<ShelfId>(id.join('-'));
  if (!read || !isId(read)) throw new Error('a hash is no id');
  return read;
}

const byTarget: ReadonlyMap<string, Category> = new Map(categories.map((one) => [shelfTarget(one), one]));

export const findShelf = (target: ShelfId): Category | undefined => byTarget.get(target);
