import { type Message, say } from '../../../../chat/dsl/screen.ts';
import { isBareNumber } from '../../../../nlu/stream-words.ts';
import type { Product } from '../../../../shop/catalogue/products/catalogue.ts';
import type { StreamCard } from '../../../../shop/streams/cards.ts';
import { areNamed } from '../../../../shop/terms/search-terms.ts';
import type { Turn } from '../../../flow.ts';
import { streamSeller, whenText } from '../../../screens/streams/stream-text.ts';
import { productName } from '../../../screens/values.ts';

// A number that was said is an item of the stream that this person came from, or of the one that is on. Where more than
// one could be meant, or it is over, they are asked.

/** A line that names a number, alone or before a name. */
interface Numbered {
  readonly product: string;
  readonly item?: number | undefined;
}

/** A product that a number may mean, with the stream on which it has it. */
interface Meaning {
  readonly stream: StreamCard;
  readonly product: Product;
}

export const isNumbered = ({ product, item }: Numbered): boolean =>
  item !== undefined && isBareNumber(product);

/** What a number means for certain; undefined where it must be asked. */
export async function sureNumber(turn: Turn<string>, line: Numbered): Promise<Product | undefined> {
  const [only, ...others] = await findMeanings(turn, line);
  if (!only || others.length > 0 || !isOn(only.stream)) return undefined;
  await turn.shop.streams.visit(turn.person.id, only.stream.id);
  return only.product;
}

const isOn = ({ state }: StreamCard): boolean => state === 'live' || state === 'interrupted';

/** The stream that they came to counts alone while it is on. */
async function findMeanings(turn: Turn<string>, line: Numbered): Promise<Meaning[]> {
  const { shop, person } = turn;
  const visited = await shop.streams.lastVisited(person.id);
  if (visited && isOn(visited)) return meaningsOn(turn, [visited], line);
  const live = await shop.streams.live();
  return meaningsOn(turn, [...live, ...(visited ? [visited] : [])], line);
}

async function meaningsOn(
  { shop }: Turn<string>,
  streams: readonly StreamCard[],
  { product: words, item: number }: Numbered,
): Promise<Meaning[]> {
  if (number === undefined) return [];
  const found: Meaning[] = [];
  for (const stream of streams) {
    const product = (await shop.streams.item({ streamId: stream.id, number }))?.product;
    const isMeant = product && (isBareNumber(words) || areNamed(words, product.title, product.titleEn));
    const offer = isMeant ? await shop.catalogue.byId(product.id) : undefined;
    if (offer) found.push({ stream, product: offer });
  }
  return found;
}

/** The question which stream's number is meant: its words, and the products to choose from. */
export async function numberQuestion(
  turn: Turn<string>,
  line: Numbered,
): Promise<{ readonly text: readonly Message[]; readonly products: readonly Product[] } | undefined> {
  const meanings = await findMeanings(turn, line);
  const number = line.item ?? 0;
  if (meanings.length === 0) return undefined;
  const timeZone = await turn.shop.sellers.timeZone();
  const lines = meanings.map(({ stream, product }) =>
    say(isOn(stream) ? 'number-live' : 'number-over', {
      number,
      seller: streamSeller(stream),
      title: productName(product),
      at: whenText(stream.startedAt ?? turn.now, timeZone),
    }),
  );
  return {
    text: [say('number-which', { number }), ...lines],
    products: meanings.map(({ product }) => product),
  };
}
