import type { Part } from './seller-part.ts';
import type { Text } from './text.ts';

/** What the product is called: the first words that are neither numbers nor about the business itself, as typed. */
export function titleIn(parts: readonly Part[], text: Text, isStock: boolean): string | null {
  const first = parts.find((part) => part.is === 'name');
  const name = (isStock ? parts.find((_, i) => isCounted(parts, i)) : undefined) ?? first;
  return name ? text.said.slice(name.start, name.end) : null;
}

/** 赶集卖了20斤红枣: what stands right behind the amount is what was sold, not what was said before. */
function isCounted(parts: readonly Part[], at: number): boolean {
  const [part, before, after] = [parts[at], parts[at - 1], parts[at + 1]];
  return (
    part?.is === 'name' && before?.is === 'amount' && before.end === part.start && after?.is !== 'amount'
  );
}
