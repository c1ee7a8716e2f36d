import { tap } from '../../../chat/dsl/action.ts';
import { type Reply, say } from '../../../chat/dsl/screen.ts';
import type { Membership } from '../../../shop/sellers/members.ts';
import { receiveVoice } from '../../common/voice-notes.ts';
import { flow, type Turn } from '../../flow.ts';
import { homeButton, productName } from '../../screens/values.ts';
import { likelyReply } from '../account/answer-words.ts';
import { findActingSeller, notASeller } from '../acting.ts';
import { withParkedDraft } from '../listings/drafts/draft-words.ts';
import { exampleValues } from './examples.ts';
import { likelyAnswer } from './likely.ts';
import { type Answer, answerWithoutOffers, readMessage } from './read-message.ts';
import { onlyPlainly, plainlyAnswer, surelyAnswer } from './said-plainly.ts';
import { plainerOffer, withoutReasonsAnswer } from './without-reasons.ts';

/** Sellers' free texts: orders, settings, streams, stock, prices, new products. */
export const freeText = flow('seller-words', { onMessage: { text: onText, voice: receiveVoice } });

async function onText(turn: Turn): Promise<Reply> {
  const seller = await findActingSeller(turn);
  if (!seller) return notASeller;
  const reply =
    (await plainerOffer(turn, seller, readMessage)) ??
    (await readMessage(turn, seller, { beforeOffers: deedBesideReasons, whenLost: besideReasons })) ??
    (await withoutReasonsAnswer(turn, seller, readMessage)) ??
    (await likelyAnswer(turn, seller)) ??
    (await onlyPlainly(turn, seller)) ??
    (await likelyReply(turn, seller)) ??
    (await plainlyAnswer(turn, seller)) ??
    (await missed(turn, seller));
  return withParkedDraft(turn, seller, reply);
}

/** 下雨了路断了，新疆先不发: what is done is done though a reason stands beside it. */
const deedBesideReasons: Answer = async (turn, seller) =>
  (await withoutReasonsAnswer(turn, seller, answerWithoutOffers)) ?? surelyAnswer(turn, seller);

const besideReasons: Answer = async (turn, seller) =>
  (await withoutReasonsAnswer(turn, seller, readMessage)) ?? onlyPlainly(turn, seller);

/** Never the same twice: what was heard with an example, then guesses, then a person, whom the engine offers. */
async function missed(turn: Turn, seller: Membership): Promise<Reply> {
  const { shop, misses, text } = turn;
  const [own] = (await shop.catalogue.pageOfSeller(seller.id, 0)).items.filter(
    ({ status }) => status !== 'draft',
  );
  const title = own ? productName(own) : say('seller-help-goods');
  const words = text.trim().slice(0, 60);
  if (misses > 1)
    return [{ text: say('seller-missed-again'), buttons: [[homeButton]], fresh: true, isMiss: true }];
  if (misses === 0)
    return [
      {
        text: say('seller-chatter', { words, ...exampleValues(own) }),
        buttons: [[{ label: say('home-help'), tap: tap('help') }, homeButton]],
        isMiss: true,
        fresh: true,
      },
    ];
  return [
    {
      text: say('seller-guesses', { words }),
      buttons: [
        ...(own
          ? [
              [
                {
                  label: say('mine-which-button', { title }),
                  tap: tap('mine-one/:product', { product: own.id }),
                },
              ],
            ]
          : []),
        [{ label: say('seller-home-orders'), tap: tap('sold/:page', { page: 0 }) }],
        [{ label: say('home-help'), tap: tap('help') }],
      ],
      isMiss: true,
      fresh: true,
    },
  ];
}
