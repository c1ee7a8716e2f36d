import { tap } from '../../../chat/dsl/action.ts';
import { ask } from '../../../chat/dsl/flow.ts';
import { type Button, type Reply, type Screen, say, type Text } from '../../../chat/dsl/screen.ts';
import type { Topic } from '../../../nlu/acts/lexicon.ts';
import type { Turn } from '../../flow.ts';
import { dateText } from '../../screens/dates.ts';
import { relay } from '../../screens/messages/conversation-screen.ts';
import { homeButton, productName } from '../../screens/values.ts';
import { productButton } from '../catalogue/list.ts';
import { productScreen } from '../catalogue/product-screen.ts';
import { stream } from '../catalogue/stream.ts';
import { villageScreen } from '../catalogue/village.ts';

// What is asked of a shop, answered from what it knows; what it does not know is passed on as it was said.

/** The answer to a question of this kind; nothing where it is about goods that have not been named. */
export async function topicAnswer(turn: Turn, topic: Topic): Promise<Reply | undefined> {
  const { shop } = turn;
  switch (topic) {
    case 'payment':
    case 'abroad':
      return [fact(say(`fact-${topic}`))];
    case 'shipTime':
    case 'invoice':
      return [forwardable(turn, say(`fact-${topic}`))];
    case 'where': {
      const village = await shop.sellers.village();
      const screen = village && (await villageScreen(turn, village.id));
      return screen ? [screen] : undefined;
    }
    case 'stream':
      return stream.commands.live?.({ ...turn, params: { rest: '' } });
    case 'recommend':
      return recommendation(turn);
    case 'harvest':
      return harvestAnswer(turn);
    case 'cheaper': {
      const screen = turn.focus.product && (await productScreen(turn, turn.focus.product));
      return screen ? [{ ...screen, text: [say('fact-cheaper'), screen.text] }] : undefined;
    }
  }
}

const browseButton: Button = { label: say('home-browse'), tap: tap('browse/:page', { page: 0 }) };

const fact = (text: Text): Screen => ({
  text,
  buttons: [[browseButton, homeButton]],
  fresh: true,
  keepsQuestion: true,
});

/** With a button that passes the question on, as it was typed. */
export const forwardable = ({ text }: Pick<Turn, 'text'>, said: Text): Screen => ({
  text: said,
  buttons: [[{ label: say('fact-forward'), tap: tap('forward') }, homeButton]],
  asks: ask('forward', { text }),
  yes: tap('forward'),
  fresh: true,
});

/** Takes a question to the village as it was said. */
export async function forward(turn: Turn, text: string): Promise<Reply> {
  await turn.shop.streams.question(turn.person.id, text);
  const talk = await turn.shop.conversations.forHelp(turn.person.id, turn.chat.id);
  return talk ? relay({ ...turn, text, photos: [] }, { talk: talk.id }) : [];
}

async function recommendation({ shop }: Turn): Promise<Reply> {
  const items = await shop.catalogue.fresh(4);
  return [
    {
      text: say('fact-recommend'),
      buttons: [...items.map((product) => [productButton(product)]), [browseButton, homeButton]],
      focus: { products: items.map(({ id }) => id) },
    },
  ];
}

async function harvestAnswer(turn: Turn): Promise<Reply | undefined> {
  const product = turn.focus.product && (await turn.shop.catalogue.byId(turn.focus.product));
  if (!product) return undefined;
  const title = productName(product);
  if (!product.harvestedOn) return [forwardable(turn, say('fact-harvest-unknown', { title }))];
  return [
    {
      text: [
        { ...say('fact-harvest', { title }) },
        say('product-harvest', { day: dateText(product.harvestedOn) }),
      ],
      buttons: [[productButton(product)], [browseButton, homeButton]],
      focus: { product: product.id },
    },
  ];
}
