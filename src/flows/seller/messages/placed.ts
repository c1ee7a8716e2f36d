import type { Reply } from '../../../chat/dsl/screen.ts';
import { type Placed, readPlaced } from '../../../nlu/acts/offers/placed.ts';
import { readSeller } from '../../../nlu/read.ts';
import type { Product } from '../../../shop/catalogue/products/catalogue.ts';
import type { Membership } from '../../../shop/sellers/members.ts';
import { newQuestionId } from '../../common/question-id.ts';
import type { Turn } from '../../flow.ts';
import { freshly } from '../../screens/messages/freshly.ts';
import { changeActs, parseChangeRequest } from '../listings/changes/change-request.ts';
import { type Choice, whichScreen } from '../listings/changes/changes-screen.ts';
import { meantProducts } from '../listings/changes/meant.ts';
import { draftsInSight } from '../listings/drafts/waiting.ts';

// 第二个改成23块, 最后那个停了: goods by their place in the list that was just shown.

/** The message as if what stands in those places had been named; as it was typed where no list was just shown. */
export async function withPlaced(turn: Turn, seller: Membership): Promise<Turn> {
  const { products } = turn.focus;
  if (!products || !turn.spokenAt) return turn;
  const texts: string[] = [];
  for (const placed of readPlaced(turn.text)) {
    const id = products.at(placed.nth > 0 ? placed.nth - 1 : placed.nth);
    const product = id && (await turn.shop.listings.own(turn.person.id, id));
    if (!product || product.status === 'draft' || product.sellerId !== seller.id) return turn;
    if (choicesOf(product, placed).length === 0) return turn;
    texts.push(placed.named(product.title));
  }
  return texts.length > 0 ? { ...turn, text: texts.join('，'), focus: {} } : turn;
}

/** The second of which? A button for each of what is sold, and no fee that was not spoken of. */
export async function unplacedAnswer(turn: Turn, seller: Membership): Promise<Reply | undefined> {
  const places = readPlaced(turn.text);
  if (places.length === 0 || (await draftsInSight(turn, seller)).length > 0) return undefined;
  const goods = await meantProducts(turn, seller, null);
  const choices = places.map((placed) =>
    goods.flatMap((product) => choicesOf(product, placed)).slice(0, MOST),
  );
  if (choices.some((one) => one.length === 0)) return undefined;
  return choices.map((one) => freshly(whichScreen(one, newQuestionId(turn.now), false)));
}

/** More of them nobody looks through. */
const MOST = 8;

/** What the message would do to the product, if it were named. */
function choicesOf(product: Product, { named }: Placed): Choice[] {
  const text = named(product.title);
  const wish = parseChangeRequest(text, readSeller(text, { titles: [product.title] }));
  return wish ? changeActs(product, wish).map((act) => ({ product, act })) : [];
}
