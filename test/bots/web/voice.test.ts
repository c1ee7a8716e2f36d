import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { deleteExpiredText } from '../../../src/chat/outbound/history/retention.ts';
import { systemClock } from '../../../src/data.ts';
import { bytesOf, heicFile } from '../../support/hostile-files.ts';
import { type House, openHouse } from './house.ts';
import { visit } from './visitor.ts';

let house: House;
beforeAll(async () => {
  house = await openHouse({ hearsVoice: true });
});
afterAll(() => house[Symbol.asyncDispose]());

const webm = bytesOf('\x1aE\xdf\xa3 what somebody said');
const recordings = () => house.appContext.db.recording;

describe('a recording in the web chat', () => {
  it('is taken as browsers make it, and goes on as a voice message', async () => {
    const buyer = await visit(house.url);
    await using listener = await buyer.listen();
    for (const head of ['\x1aE\xdf\xa3', 'OggS', '\0\0\0\x1cftypisom'])
      expect((await buyer.uploadVoice(bytesOf(`${head} and more`))).status).toBe(200);
    const { recording } = await (await buyer.uploadVoice(webm)).json();
    expect((await buyer.event({ is: 'voice', recording, seconds: 65 })).status).toBe(202);
    const [own, answer] = await listener.until((all) => all.length === 2 && all);
    expect(own).toMatchObject({ mine: true, html: '🎤 1:05' });
    expect(answer?.html).toBe('语音：65 秒');
  });

  it('is nothing else: no picture, no text, nothing at all', async () => {
    const buyer = await visit(house.url);
    const photo = await sharp({ create: { width: 9, height: 9, channels: 3, background: '#a73' } })
      .jpeg()
      .toBuffer();
    for (const file of [Uint8Array.from(photo), heicFile(), bytesOf('RIFF and words'), bytesOf('')]) {
      const answer = await buyer.uploadVoice(file);
      expect([answer.status, (await answer.json()).error]).toEqual([415, 'voice-unknown']);
    }
    expect((await buyer.post('/api/buyer/voice', { is: 'json' })).status).toBe(406);
  });

  it('is at most four megabytes', async () => {
    const large = new Uint8Array(4_000_001);
    large.set(webm);
    const answer = await (await visit(house.url)).uploadVoice(large);
    expect([answer.status, (await answer.json()).error]).toEqual([413, 'voice-large']);
  });

  it('is sealed, and gone after a day if nobody wrote it down', async () => {
    const { db } = house.appContext;
    const { recording } = await (await (await visit(house.url)).uploadVoice(webm)).json();
    const where = { id: String(recording).split('.')[0] ?? '' };
    const { sealed } = await recordings().findUniqueOrThrow({ where });
    expect(Buffer.from(sealed).toString('latin1')).not.toContain('somebody said');
    const later = (hours: number) => ({
      ...house.appContext,
      clock: { ...systemClock, now: () => new Date(Date.now() + hours * 3_600_000) },
    });
    await deleteExpiredText(later(23));
    expect(await db.recording.count({ where })).toBe(1);
    await deleteExpiredText(later(25));
    expect(await db.recording.count({ where })).toBe(0);
  });

  it('can be sent by its person alone, and a photo is none', async () => {
    const [one, other] = [await visit(house.url), await visit(house.url)];
    const { recording } = await (await one.uploadVoice(webm)).json();
    const photo = await sharp({ create: { width: 9, height: 9, channels: 3, background: '#a73' } })
      .png()
      .toBuffer();
    const { media } = await (await one.upload(Uint8Array.from(photo))).json();
    const send = async (visitor: typeof one, file: string) =>
      (await visitor.event({ is: 'voice', recording: file, seconds: 3 })).status;
    expect(await send(other, recording)).toBe(400);
    expect(await send(one, media[0])).toBe(400);
    expect(await send(one, `${recording}x`)).toBe(400);
    expect(await send(one, recording)).toBe(202);
  });

  it('is taken from our own page alone, and from somebody whom we know', async () => {
    const buyer = await visit(house.url);
    const post = (headers: Record<string, string>) => {
      const form = new FormData();
      form.append('voice', new Blob([webm]), 'voice');
      return fetch(`${house.url}/api/buyer/voice`, { method: 'POST', headers, body: form });
    };
    expect((await post({ cookie: buyer.cookie(), origin: 'https://elsewhere.example' })).status).toBe(403);
    expect((await post({ origin: house.url })).status).toBe(401);
  });

  it('counts with the photos: whoever uploads again and again waits', async () => {
    const buyer = await visit(house.url);
    const statuses: number[] = [];
    for (let times = 0; times < 30; times += 1) statuses.push((await buyer.uploadVoice(webm)).status);
    expect(statuses.filter((status) => status === 429).length).toBeGreaterThan(5);
    expect((await buyer.upload(webm)).status).toBe(429);
  });
});

describe('the microphone', () => {
  it('is offered, and a recording taken, only where somebody can write it down', async () => {
    await using deaf = await openHouse();
    const offers = async (url: string) => (await (await fetch(`${url}/api/config`)).json()).voice;
    expect([await offers(house.url), await offers(deaf.url)]).toEqual([true, false]);
    const answer = await (await visit(deaf.url)).uploadVoice(webm);
    expect([answer.status, (await answer.json()).error]).toEqual([404, 'voice-off']);
  });

  it('may be used by our own pages, and by none inside of them', async () => {
    const policy = (await fetch(house.url)).headers.get('permissions-policy');
    expect(policy).toBe('camera=(), geolocation=(), microphone=(self)');
  });
});
