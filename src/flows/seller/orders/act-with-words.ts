import { type Reply, say } from '../../../chat/dsl/screen.ts';
import type { OrderId } from '../../../db/ids.ts';
import { readActWithWords } from '../../../nlu/acts/seller/orders/act-with-words.ts';
import type { Membership } from '../../../shop/sellers/members.ts';
import type { Turn } from '../../flow.ts';
import { freshly } from '../../screens/messages/freshly.ts';
import { orderWords } from './order-words.ts';
import { sendAbout } from './send-words.ts';

/** 王芳那单接了，跟她说后天才发: the deed, and the words to its buyer. A refusal tells them as its reason. */
export async function actWithWords(turn: Turn, seller: Membership): Promise<Reply | undefined> {
  const said = readActWithWords(turn.text);
  if (!said) return undefined;
  if (said.does === 'decline') return orderWords({ ...turn, text: `${said.deed}，${said.words}` }, seller);
  const done = await orderWords({ ...turn, text: said.deed }, seller);
  if (!done) return undefined;
  const orders = new Set(done.flatMap((part) => ('text' in part && part.focus?.order) || []));
  const [order, ...others] = orders;
  // Which order is asked first: the words are quoted, so that nobody thinks they have gone.
  const told =
    order && others.length === 0 ? await sendAbout(turn, order as OrderId, said.words) : [unsent(said.words)];
  return [...done, ...told].map(freshly);
}

const unsent = (words: string) => ({ text: say('tell-unsent', { words }), keepsQuestion: true });
