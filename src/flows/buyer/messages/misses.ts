import { tap } from '../../../chat/dsl/action.ts';
import { type Reply, say } from '../../../chat/dsl/screen.ts';
import { notUnderstood } from '../../../chat/engine/repair.ts';
import { readAct } from '../../../nlu/acts/act.ts';
import { splitSeveral } from '../../../nlu/acts/orders/several-said.ts';
import { isAsking, mayBeNote, namesAmount } from '../../../nlu/acts/question-topic.ts';
import { guessAct } from '../../../nlu/guess/buyer-guess.ts';
import { readBuyer } from '../../../nlu/read.ts';
import type { Turn } from '../../flow.ts';
import { homeButton } from '../../screens/values.ts';
import { productButton } from '../catalogue/list.ts';
import { courtesyAnswer } from './acts.ts';
import { forwardable, keepToForward } from './questions/forward.ts';
import { shownAnswer } from './questions/question.ts';
import { unusedScreen } from './unused.ts';

// What is not understood: a part of it answered, a way to be heard, and never the same words twice.

type Answer = (turn: Turn) => Promise<Reply>;

/** Of which only a part is understood: that is answered, and the rest quoted. */
async function partlyAnswer(turn: Turn, answer: Answer): Promise<Reply | undefined> {
  const clauses = splitSeveral(turn.text);
  if (clauses.length < 2 || clauses.length > MOST_CLAUSES) return undefined;
  const known = clauses.filter(isKnown);
  if (known.length === 0) return undefined;
  const replies: Reply[] = [];
  for (const text of known) replies.push(await answer({ ...turn, text }));
  // Nobody needs to hear that the rest of a good-night was not used.
  const isTalk = known.every((clause) => TALK.has((readAct(clause) ?? guessAct(clause))?.is ?? ''));
  const unused = clauses.filter(
    (clause) => !known.includes(clause) && clause.length > 3 && !(isTalk && isIdle(clause)),
  );
  return [...replies.flat(), ...(unused.length > 0 ? [unusedScreen(unused)] : [])];
}

/** What a clause does is clear, and it is safe to do beside others. */
function isKnown(clause: string): boolean {
  const act = readAct(clause) ?? guessAct(clause);
  return act !== undefined && TOLD.has(act.is);
}

const TALK: ReadonlySet<string> = new Set(['chat', 'thanks', 'greet', 'bye', 'praise']);

const isIdle = (clause: string): boolean => {
  const { lines, recipient } = readBuyer(clause);
  return lines.length === 0 && !recipient && !isAsking(clause) && !namesAmount(clause);
};

const TOLD: ReadonlySet<string> = new Set([
  'topic',
  'chat',
  'status',
  'show',
  'praise',
  'thanks',
  'greet',
  'bye',
  'anger',
  'bot',
  'hurry',
  'refund',
]);
const MOST_CLAUSES = 6;

/** With a way to be heard all the same; an open question stays open. */
function firstMiss(turn: Turn): Reply {
  if (turn.asking && turn.asking.step !== 'forward') return notUnderstood();
  const button = { label: say('office-forward'), tap: tap('forward') };
  return notUnderstood().map((part) =>
    'text' in part
      ? { ...part, buttons: [[button], ...(part.buttons ?? [])], asks: keepToForward(turn, {}) }
      : part,
  );
}

/** Never the same twice: the second time what may have been meant, then a person, whom the engine offers. */
export async function missed(turn: Turn, answer: Answer): Promise<Reply> {
  const { shop, misses, focus, text } = turn;
  const partly = (await partlyAnswer(turn, answer)) ?? (await courtesyAnswer(turn, readBuyer(text)));
  if (partly) return partly;
  // With a card in sight it may be for whoever packs.
  if (misses === 0 && focus.card && mayBeNote(text))
    return [{ ...unusedScreen([text.trim()]), isMiss: true }];
  // What is asked of goods in sight stands there, or their seller may know.
  const shown = isAsking(text) ? await shownAnswer(turn, text) : undefined;
  if (shown) return shown;
  if (isAsking(text)) return [{ ...forwardable(turn, say('question-unknown')), isMiss: true }];
  if (misses === 0) return firstMiss(turn);
  if (misses > 1) return [{ text: say('miss-again'), buttons: [[homeButton]], fresh: true, isMiss: true }];
  const [newest] = await shop.catalogue.fresh(1);
  return [
    {
      text: say('miss-guesses'),
      buttons: [
        ...(newest ? [[productButton(newest)]] : []),
        [{ label: say('home-browse'), tap: tap('browse/:page', { page: 0 }) }],
        [{ label: say('home-orders'), tap: tap('orders/:page', { page: 0 }) }],
      ],
      fresh: true,
      isMiss: true,
    },
  ];
}
