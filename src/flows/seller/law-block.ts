import type { Text } from '../../chat/dsl/screen.ts';
import type { Turn } from '../flow.ts';
import { blockedText } from '../screens/catalogue/law-warning.ts';

/** Why the office keeps a text from being published; undefined where it may be. */
export async function blockedByOffice({ shop }: Turn<string>, text: string): Promise<Text | undefined> {
  const blocked = blockedText(text);
  return blocked && (await shop.writerOffice.blocksUnlawful()) ? blocked : undefined;
}
