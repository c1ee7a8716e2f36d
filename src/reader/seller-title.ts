import type { Part } from './seller-parts.ts';
import type { Text } from './text.ts';

/** What the product is called: the first words that are neither numbers nor about the business itself, as typed. */
export function titleIn(parts: readonly Part[], text: Text): string | null {
  const name = parts.find((part) => part.is === 'name');
  return name ? text.said.slice(name.start, name.end) : null;
}
