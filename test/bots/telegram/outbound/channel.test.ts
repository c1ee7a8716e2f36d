import { describe, expect, it } from 'vitest';
import { createTelegramChannel } from '../../../../src/bots/telegram/outbound/channel.ts';
import type { PhotoCache } from '../../../../src/bots/telegram/outbound/photo-cache.ts';
import { CAPTION_LIMIT } from '../../../../src/bots/telegram/outbound/render.ts';
import type { Channel, MessageBody } from '../../../../src/chat/dsl/channel.ts';
import { type MediaId, newId } from '../../../../src/db/ids.ts';
import { type Call, type Played, refusal, type Scripted, scripted } from '../scripted.ts';
import { noFile, shelf } from '../shelf.ts';
import { token } from '../telegram-says.ts';

const m = newId<MediaId>();

const message = (message_id: number): Played => ({
  result: { message_id, photo: [{ file_id: 'small' }, { file_id: 'fresh' }] },
});

const channelOn = ({ root }: Scripted, { pictures } = shelf()): Channel =>
  createTelegramChannel({
    name: 'telegram-buyer',
    token,
    apiRoot: root,
    pictures,
    readFile: noFile,
    paidBroadcast: false,
  });

const say = (channel: Channel, body: Partial<MessageBody>, platformId: string | null = null) =>
  channel.deliver({ address: '42', body: { html: 'hi', buttons: [], ...body }, platformId });

const methods = ({ calls }: Scripted) => calls.map(({ method }) => method);
const edit = (hadPhoto: boolean) => ({ edit: { hadPhoto } });

describe('a message with a picture', () => {
  it('is uploaded once; then the file id that Telegram gave goes out', async () => {
    await using api = await scripted(() => message(5));
    const { known, pictures } = shelf();
    const channel = channelOn(api, { known, pictures });
    expect(await say(channel, { photo: m })).toEqual({ is: 'sent', platformId: '5' });
    expect(known).toEqual({ [m]: 'fresh' });
    await say(channel, { photo: m });
    expect(api.calls[1]?.payload).toMatchObject({ photo: 'fresh', caption: 'hi', parse_mode: 'HTML' });
  });

  it('is uploaded once even when many people get it at a time', async () => {
    await using api = await scripted(() => message(5));
    const channel = channelOn(api);
    await Promise.all(Array.from({ length: 20 }, () => say(channel, { photo: m })));
    const uploads = api.calls.filter(({ payload }) => payload.photo === undefined);
    expect(uploads).toHaveLength(1);
    expect(api.calls).toHaveLength(20);
  });

  it('waits while the picture is still being fetched, and goes without it when it never comes', async () => {
    await using api = await scripted(() => message(5));
    const { pictures } = shelf();
    let isComing = true;
    const late = { ...pictures, bytes: async () => undefined, isComing: async () => isComing };
    const channel = channelOn(api, { known: {}, pictures: late });
    expect(await say(channel, { photo: m })).toEqual({ is: 'later', ms: 250 });
    isComing = false;
    expect(await say(channel, { photo: m })).toMatchObject({ is: 'sent' });
    expect(methods(api)).toEqual(['sendMessage']);
  });

  it('does not miss a picture that arrives while it is being looked for', async () => {
    await using api = await scripted(() => message(5));
    const { pictures } = shelf();
    let isHere = false;
    const arriving: PhotoCache = {
      ...pictures,
      async bytes(media) {
        const bytes = isHere ? await pictures.bytes(media) : undefined;
        isHere = true;
        return bytes;
      },
      async isComing() {
        const wasComing = !isHere;
        isHere = true;
        return wasComing;
      },
    };
    const channel = channelOn(api, { known: {}, pictures: arriving });
    await say(channel, { photo: m });
    expect(methods(api)).toEqual(['sendPhoto']);
  });

  it("is uploaded again when Telegram does not take the file id, as another bot's", async () => {
    await using api = await scripted(({ payload }) =>
      payload.photo === 'foreign'
        ? refusal(400, 'Bad Request: wrong file identifier/HTTP URL specified')
        : message(6),
    );
    const { known, pictures } = shelf({ [m]: 'foreign' });
    expect(await say(channelOn(api, { known, pictures }), { photo: m })).toMatchObject({ is: 'sent' });
    expect(known).toEqual({ [m]: 'fresh' });
  });

  it('goes without the picture while that is not stored, and forgets an id that was not taken', async () => {
    await using api = await scripted(({ method }) =>
      method === 'sendPhoto'
        ? refusal(400, 'Bad Request: wrong remote file identifier specified')
        : message(7),
    );
    const { known, pictures } = shelf({ [m]: 'foreign' });
    const bare = { known, pictures: { ...pictures, bytes: async () => undefined } };
    for (let i = 0; i < 2; i += 1) await say(channelOn(api, bare), { photo: m });
    expect(methods(api)).toEqual(['sendPhoto', 'sendMessage', 'sendMessage']);
  });

  it('puts long words below it; if those are refused, the picture does not stay alone', async () => {
    const html = 'a'.repeat(CAPTION_LIMIT + 1);
    let isFlood = true;
    await using api = await scripted(({ method }) =>
      method === 'sendMessage' && isFlood
        ? refusal(429, 'Too Many Requests: retry after 2', { retry_after: 2 })
        : message(method === 'sendMessage' ? 9 : 8),
    );
    const channel = channelOn(api);
    expect(await say(channel, { html, photo: m })).toEqual({ is: 'later', ms: 2_000 });
    expect(methods(api)).toEqual(['sendPhoto', 'sendMessage', 'deleteMessage']);
    isFlood = false;
    expect(await say(channel, { html, photo: m })).toEqual({ is: 'sent', platformId: '9' });
  });

  it('is a fault of ours when our own shelf cannot be reached', async () => {
    await using api = await scripted(() => message(1));
    const fileId = async (): Promise<never> => {
      throw new Error('the database is away');
    };
    const pictures: PhotoCache = { ...shelf().pictures, fileId };
    await expect(say(channelOn(api, { known: {}, pictures }), { photo: m })).rejects.toThrow('away');
  });
});

describe('a message that takes the place of another', () => {
  const refusing = (why: string, of: string) => (call: Call) =>
    call.method === of ? refusal(400, `Bad Request: ${why}`) : message(11);

  it('is edited, and loses buttons it no longer has', async () => {
    await using api = await scripted(() => message(10));
    expect(await say(channelOn(api), edit(false), '10')).toEqual({ is: 'sent', platformId: '10' });
    expect(api.calls).toMatchObject([
      { method: 'editMessageText', payload: { chat_id: '42', message_id: 10, text: 'hi' } },
    ]);
    expect(api.calls[0]?.payload).not.toHaveProperty('reply_markup');
  });

  it('counts as said when nothing had changed', async () => {
    await using api = await scripted(
      refusing(
        'message is not modified: specified new message content and reply markup are exactly the same',
        'editMessageText',
      ),
    );
    expect(await say(channelOn(api), edit(false), '10')).toEqual({ is: 'sent', platformId: '10' });
  });

  it.each(['message to edit not found', "message can't be edited", 'MESSAGE_ID_INVALID'])(
    'is said anew on "%s"',
    async (why) => {
      await using api = await scripted(refusing(why, 'editMessageText'));
      expect(await say(channelOn(api), edit(false), '10')).toEqual({ is: 'sent', platformId: '11' });
    },
  );

  it('gets a photo in the same place, and a new one', async () => {
    await using api = await scripted(() => message(10));
    const channel = channelOn(api, shelf({ [m]: 'mine' }));
    for (const hadPhoto of [false, true]) {
      expect(await say(channel, { photo: m, ...edit(hadPhoto) }, '10')).toMatchObject({ platformId: '10' });
    }
    expect(methods(api)).toEqual(['editMessageMedia', 'editMessageMedia']);
    expect(api.calls[0]?.payload).toMatchObject({ media: { type: 'photo', media: 'mine', caption: 'hi' } });
  });

  it('without a photo takes the place of one by a new message; the old one goes, or loses its buttons', async () => {
    await using api = await scripted(refusing("message can't be deleted", 'deleteMessage'));
    expect(await say(channelOn(api), edit(true), '10')).toEqual({ is: 'sent', platformId: '11' });
    expect(api.calls.map(({ method, payload }) => [method, payload.message_id])).toEqual([
      ['sendMessage', undefined],
      ['deleteMessage', 10],
      ['editMessageReplyMarkup', 10],
    ]);
  });

  it('trusts Telegram more than our memory about what the old one was', async () => {
    await using api = await scripted(refusing('there is no text in the message to edit', 'editMessageText'));
    expect(await say(channelOn(api), edit(false), '10')).toMatchObject({ platformId: '11' });
    expect(methods(api)).toEqual(['editMessageText', 'sendMessage', 'deleteMessage']);
  });
});

describe('a toast', () => {
  it('is shortened to what Telegram shows, and its failure is silent', async () => {
    await using api = await scripted(() => refusal(400, 'Bad Request: query is too old'));
    const channel = channelOn(api);
    await channel.answerTap?.('q', '😀'.repeat(150));
    await channel.answerTap?.('q', undefined);
    const [long, none] = api.calls.map(({ payload }) => payload);
    expect(String(long?.text).length).toBeLessThanOrEqual(200);
    expect(String(long?.text).isWellFormed()).toBe(true);
    expect(none).toEqual({ callback_query_id: 'q' });
  });
});

describe('a file that a person sent', () => {
  it('is fetched whole', async () => {
    await using api = await scripted(({ method }) =>
      method === 'getFile'
        ? { result: { file_id: 'f', file_path: 'photos/1.jpg' } }
        : { status: 200, body: 'the bytes' },
    );
    const bytes = await channelOn(api).fetchFile?.('f');
    expect(Buffer.from(bytes ?? []).toString()).toBe('the bytes');
  });

  it.each([
    ['file-too-large', refusal(400, 'Bad Request: file is too big')],
    ['file-too-large', { result: { file_id: 'f', file_size: 30_000_000, file_path: 'x' } }],
    ['file-gone', refusal(400, 'Bad Request: invalid file_id')],
    ['file-gone', { result: { file_id: 'f' } }],
    ['unreachable', 'drop'],
  ] as const)('is a fault: %s', async (code, played) => {
    await using api = await scripted(() => played);
    await expect(channelOn(api).fetchFile?.('f')).rejects.toMatchObject({ code });
  });

  it('never tells its address, which holds the token', async () => {
    await using api = await scripted(({ method }) =>
      method === 'getFile' ? { result: { file_id: 'f', file_path: 'x.jpg' } } : 'drop',
    );
    const fault = await channelOn(api)
      .fetchFile?.('f')
      .then(String, (error: Error) => [error.stack, error.cause]);
    expect(JSON.stringify(fault)).not.toContain('SECRET-PART');
    expect(JSON.stringify(fault)).toContain('broke off');
  });
});
