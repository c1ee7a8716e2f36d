import { tap } from '../../../../chat/dsl/action.ts';
import { type Button, type Reply, say } from '../../../../chat/dsl/screen.ts';
import { parseDay } from '../../../../nlu/datetime.ts';
import type { SellerCard } from '../../../../shop/sellers/sellers.ts';
import type { StreamCard } from '../../../../shop/streams/cards.ts';
import { localDay } from '../../../../shop/values/village-time.ts';
import type { Turn } from '../../../flow.ts';
import { homeButton, sellerName } from '../../../screens/values.ts';
import { stream, streamScreen } from '../../catalogue/stream.ts';
import { onNamed } from '../named-product.ts';
import { meantSeller } from '../named-seller.ts';

// When somebody streams, and who calls for it: of the household that is named, else of whose goods are on the table.

/** What is on or comes, the next first. */
export async function findStreams(turn: Turn): Promise<StreamCard[]> {
  const { streams, catalogue } = turn.shop;
  const all = [...(await streams.live()), ...(await streams.upcoming())];
  const { focus } = await onNamed(turn);
  const product = focus.product && (await catalogue.byId(focus.product));
  const theirs = all.filter(({ sellerId }) => sellerId === product?.sellerId);
  return onDayNamed(turn, theirs.length > 0 ? theirs : all);
}

/** 明晚有直播，几点开始: those of the day that is named; all of them where none is on that day. */
async function onDayNamed(turn: Turn, streams: StreamCard[]): Promise<StreamCard[]> {
  const timeZone = await turn.shop.sellers.timeZone();
  const day = parseDay(turn.text, { now: turn.now, timeZone })?.toISOString().slice(0, 10);
  const found = streams.filter(({ plannedAt }) => plannedAt && localDay(plannedAt, timeZone) === day);
  return found.length > 0 ? found : streams;
}

/** The streams of one household, the next first. */
export async function findFamilyStreams({ shop }: Turn, { id }: SellerCard): Promise<StreamCard[]> {
  const live = await shop.streams.findLive(id);
  return [...(live ? [live] : []), ...(await shop.streams.plansOf(id))];
}

/** 赵大娘家啥时候播: that stream, with its time and what is shown; of several a list. */
export async function streamAnswer(turn: Turn): Promise<Reply | undefined> {
  const seller = await meantSeller(turn);
  const found = seller ? await findFamilyStreams(turn, seller) : await findStreams(turn);
  if (seller && found.length === 0) return [noneOf(seller)];
  const [only, ...others] = found;
  const screen = only && (seller || others.length === 0) && (await streamScreen(turn, only.id));
  return screen ? [screen] : stream.commands.live?.({ ...turn, params: { rest: '' } });
}

/** They have announced nothing: whoever follows them hears when they do. */
function noneOf(seller: SellerCard) {
  const follow = tap('follow/:seller', { seller: seller.id });
  const button: Button = { label: say('follow'), tap: follow, tone: 'primary' };
  return {
    text: say('streams-none-of', { seller: sellerName(seller) }),
    buttons: [[button], [homeButton]],
    yes: follow,
    fresh: true,
  };
}
