import type { Part } from './seller-part.ts';
import type { Text } from './text.ts';

/** What the product is called: the first words that are neither numbers nor about the business itself, as typed. */
export function titleIn(parts: readonly Part[], text: Text, isStock: boolean): string | null {
  const first = parts.find((part) => part.is === 'name');
  const name =
    (isStock ? (parts.find((_, i) => isCounted(parts, i)) ?? besideAmount(parts)) : undefined) ?? first;
  return name ? withoutJar(text.said.slice(name.start, name.end)) : null;
}

/** 昨天下雨，蘑菇烂了三十斤: the first name of the clause in which the amount stands. */
function besideAmount(parts: readonly Part[]): Part | undefined {
  const amount = parts.findIndex((part) => part.is === 'amount');
  const from = parts.slice(0, Math.max(0, amount)).findLastIndex((part) => part.is === 'stop');
  return parts.slice(from + 1, Math.max(0, amount)).find((part) => part.is === 'name');
}

/** `rice wine jar 2.5 L`: what it comes in is not its name. */
const withoutJar = (name: string): string =>
  name
    .replace(
      /(?<=[a-z] )(?<!gift )(?:glass |plastic )?(?:jars?|bottles?|bags?|box|boxes|tins?|packs?|packets?)$/i,
      '',
    )
    .trim();

/** 赶集卖了20斤红枣: what stands right behind the amount is what was sold, not what was said before. */
function isCounted(parts: readonly Part[], at: number): boolean {
  const [part, before, after] = [parts[at], parts[at - 1], parts[at + 1]];
  return (
    part?.is === 'name' && before?.is === 'amount' && before.end === part.start && after?.is !== 'amount'
  );
}
