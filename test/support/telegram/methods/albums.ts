import { z } from 'zod';
import { badRequest } from '../failure.ts';
import { json, read } from '../fields.ts';
import type { Content } from '../world.ts';
import { send, sendingTo } from './destination.ts';
import { documentIn, pictureIn } from './media.ts';
import type { MethodCall, Methods } from './method.ts';
import { captionFields, captionOf } from './words.ts';

const item = z.object({
  type: z.enum(['photo', 'document'], {
    error: "can't parse InputMedia: type must be photo or document here",
  }),
  media: z.string({ error: 'can\'t parse InputMedia: Can\'t find field "media"' }),
  ...captionFields,
});

export const inputMedia = () => json(item, "can't parse InputMedia JSON object");

/** What an InputMedia puts into a message. */
export async function contentOf(
  call: MethodCall,
  { type, media, ...caption }: z.output<typeof item>,
): Promise<Content> {
  const words = captionOf(caption);
  return type === 'photo'
    ? { is: 'photo', picture: await pictureIn(call, media), ...words }
    : { is: 'document', ...documentIn(call, media), ...words };
}

let lastAlbum = 13_000_000_000;
export const newAlbum = (): string => String(++lastAlbum);

export const albums: Methods = {
  async sendMediaGroup(call) {
    const { media } = read(call.params, {
      media: json(z.array(item), "can't parse media JSON object"),
    });
    if (media.length < 2) throw badRequest('there are too few messages to send as an album');
    if (media.length > 10) throw badRequest('too many messages to send as an album');
    if (new Set(media.map(({ type }) => type)).size > 1)
      throw badRequest("documents can't be mixed with other media types");
    sendingTo(call);
    const contents: Content[] = [];
    for (const one of media) contents.push(await contentOf(call, one));
    const album = newAlbum();
    return contents.map((content) => send(call, content, { album }));
  },
};
