import { z } from 'zod';
import { say } from '../../chat/dsl/screen.ts';
import { readPhoto } from '../../chat/store/media.ts';
import { type ChatId, idShape, type PersonId, type StreamId } from '../../db/ids.ts';
import { inTransaction } from '../../db/work.ts';
import { printedLink } from '../../flows/screens/files/share-pictures.ts';
import { formatPayload } from '../../flows/screens/links/deep-link.ts';
import { createStreamPicture, streamPosterText } from '../../flows/screens/streams/stream-pictures.ts';
import { drawPng } from '../../pictures/draw.ts';
import { posterSvg } from '../../pictures/poster.ts';
import { salesChart } from '../../pictures/sales-chart.ts';
import { createShop } from '../../shop/shop.ts';
import { job } from '../job.ts';
import { readerI18n, sayNoLink, showPicture } from './pictures.ts';

const payload = z.object({
  stream: idShape<StreamId>(),
  person: idShape<PersonId>(),
  chat: idShape<ChatId>(),
});

/** Draws how a stream went, for one who acts for its seller. */
export const drawStream = job(
  'draw-stream',
  payload,
  async ({ stream: id, person, chat }, deps, attempt) => {
    const picture = await inTransaction(deps.appContext, async (context) => {
      const shop = createShop(context);
      const stream = await shop.streams.byId(id);
      if (!stream || !(await shop.sellers.requireMembership(person, stream.sellerId))) return undefined;
      const i18n = await readerI18n(context, person);
      const timeZone = await shop.sellers.timeZone();
      return createStreamPicture(stream, await shop.streams.result(id), timeZone, i18n);
    });
    if (!picture) return;
    const png = await drawPng(salesChart(picture));
    await showPicture(deps, { id: attempt.id, chat, for: person }, png, say('live-picture'));
  },
  'slow',
);

/** Draws the poster of a planned stream, with a code that leads to its reservation. */
export const drawStreamPoster = job(
  'draw-stream-poster',
  payload,
  async ({ stream: id, person, chat }, deps, attempt) => {
    const { appContext, entryLinks } = deps;
    const link = printedLink(entryLinks.to('buyer', formatPayload({ is: 'stream', id })));
    const found = await inTransaction(appContext, async (context) => {
      const shop = createShop(context);
      const stream = await shop.streams.byId(id);
      const village = await shop.sellers.village();
      if (!stream || !village) return undefined;
      const items = await shop.streams.items(id);
      const [photo] = items.flatMap(({ product }) => product?.storedPhotos[0] ?? []);
      return { words: streamPosterText(stream, items, village, await readerI18n(context, person)), photo };
    });
    if (!found) return;
    if (link === undefined) return sayNoLink(deps, chat);
    const photo = found.photo === undefined ? undefined : await readPhoto(appContext, found.photo);
    const png = await drawPng(posterSvg({ ...found.words, link, photo }));
    await showPicture(deps, { id: attempt.id, chat }, png, say('poster-stream-here'));
  },
  'slow',
);
