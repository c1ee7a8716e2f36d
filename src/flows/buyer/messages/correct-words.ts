import { correctMisheard } from '../../../nlu/acts/misheard.ts';
import { withOneUnit } from '../../../nlu/around/one-unit.ts';
import type { Turn } from '../../flow.ts';

/** With what a telephone is known to mishear put right, and a unit that is said once behind each amount. */
export async function correctWords({ shop, text: typed }: Turn): Promise<string> {
  const text = withOneUnit(typed);
  if (!text.includes('金')) return text;
  const titles = await shop.catalogue.titles();
  return correctMisheard(
    text,
    titles.map(({ title }) => title),
  );
}
