import type { Reply } from '../../../chat/dsl/screen.ts';
import { type SaidWithAddress, splitFromAddress } from '../../../nlu/acts/orders/beside-address.ts';
import { asksPrice } from '../../../nlu/acts/question-topic.ts';
import type { Turn } from '../../flow.ts';
import { freshly } from '../../screens/messages/freshly.ts';
import { answerAddress } from '../checkout/checkout-address.ts';
import { cardNews, isCard } from '../checkout/checkout-open.ts';
import { withLeftWords } from './left-words.ts';

type Answer = (turn: Turn) => Promise<Reply>;

interface Answers {
  readonly whole: Answer;
  /** What nobody knows is offered to be passed on. */
  readonly question: Answer;
}

/**
 * 王芳 139… 白文镇12号，几天能到，我妈牙口不好: the order and the address first; what was asked is answered above them, and what
 * nothing used is noted or quoted. Nothing where all of the message is of goods and whom they go to.
 */
export async function answerWithAddress(turn: Turn, answers: Answers): Promise<Reply | undefined> {
  const said = splitFromAddress(turn.text);
  if (!said) return undefined;
  const isAnswer = turn.asking?.step === 'address' && said.rest !== '';
  const questions = said.goods.length > 0 ? said.questions.filter((one) => !asksPrice(one)) : said.questions;
  if (!isAnswer && questions.length + said.remarks.length === 0) return undefined;
  const ordered =
    (isAnswer ? await addressedAnswer(turn, said, answers) : undefined) ??
    (await answers.whole({ ...turn, text: said.order }));
  const focus = ordered.flatMap((part) => ('text' in part && part.focus ? [part.focus] : [])).at(-1);
  const asked: Reply[] = [];
  for (const text of questions)
    asked.push(await answers.question({ ...turn, asking: undefined, focus: focus ?? turn.focus, text }));
  return [...asked.flat(), ...(await withLeftWords(turn, ordered, said.remarks)).map(freshly)];
}

/** The goods into the cart, and the address onto their card. */
async function addressedAnswer(
  turn: Turn,
  { goods, rest }: SaidWithAddress,
  { whole }: Answers,
): Promise<Reply | undefined> {
  const added = goods.length === 0 ? [] : await whole({ ...turn, asking: undefined, text: goods.join('，') });
  const addressed = await answerAddress({ ...turn, text: rest });
  const news = cardNews(added);
  const others = added.filter((part) => !isCard(part));
  return addressed && [...(news.length > 0 ? [{ text: news, fresh: true }] : []), ...addressed, ...others];
}
