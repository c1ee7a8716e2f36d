import OpenAI, { toFile } from 'openai';
import { LengthFinishReasonError } from 'openai/error';
import { zodResponseFormat } from 'openai/helpers/zod';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { type Llm, startLlm } from './llm.ts';

const clientOf = ({ baseURL }: Llm, apiKey = 'key') =>
  new OpenAI({ baseURL, apiKey, maxRetries: 0, logLevel: 'off' });
const messages = [{ role: 'user' as const, content: '核桃' }];
const ask = { model: 'loopback', messages };

describe('the loopback model', () => {
  it('answers as the test says, whole and in pieces', async () => {
    await using llm = await startLlm({ answers: ({ prompt }) => ({ text: `about ${prompt}, at length` }) });
    const openai = clientOf(llm);
    const { choices } = await openai.chat.completions.create(ask);
    expect(choices[0]?.message.content).toBe('about 核桃, at length');
    const pieces: string[] = [];
    for await (const chunk of await openai.chat.completions.create({ ...ask, stream: true })) {
      pieces.push(chunk.choices[0]?.delta.content ?? '');
    }
    expect(pieces.filter(Boolean).length).toBeGreaterThan(1);
    expect(pieces.join('')).toBe('about 核桃, at length');
    expect((await openai.models.list()).data.map(({ id }) => id)).toEqual(['loopback']);
  });

  it('is given the schema, and may fit it, refuse, or break off', async () => {
    const shape = z.object({ title: z.string() });
    const answers = [{ json: { title: '核桃' } }, { refusal: 'No.' }, { truncated: '{"title":"核' }];
    await using llm = await startLlm({ answers });
    const openai = clientOf(llm);
    const parse = () =>
      openai.chat.completions.parse({ ...ask, response_format: zodResponseFormat(shape, 'product') });
    expect((await parse()).choices[0]?.message.parsed).toEqual({ title: '核桃' });
    expect((await parse()).choices[0]?.message).toMatchObject({ parsed: null, refusal: 'No.' });
    await expect(parse()).rejects.toThrow(LengthFinishReasonError);
    expect(llm.requests[0]?.schema).toMatchObject({ required: ['title'] });
  });

  it('fails as the test says', async () => {
    await using llm = await startLlm({
      apiKey: 'right',
      answers: [{ status: 429, retryAfter: 7 }, { drop: true }, { text: 'late', delayMs: 200 }],
    });
    await expect(clientOf(llm, 'wrong').chat.completions.create(ask)).rejects.toThrow(
      OpenAI.AuthenticationError,
    );
    const { chat } = clientOf(llm, 'right');
    const tooMany: unknown = await chat.completions.create(ask).catch((error: unknown) => error);
    expect(tooMany instanceof OpenAI.RateLimitError && tooMany.headers.get('retry-after')).toBe('7');
    await expect(chat.completions.create(ask)).rejects.toThrow(OpenAI.APIConnectionError);
    await expect(chat.completions.create(ask, { timeout: 20 })).rejects.toThrow(
      OpenAI.APIConnectionTimeoutError,
    );
  });

  it('hears what is in a recording', async () => {
    await using llm = await startLlm({
      hears: ({ name, bytes }) => ({ text: `${name}: ${bytes.byteLength}` }),
    });
    const file = await toFile(Buffer.from('OggS'), 'voice.ogg');
    const { text } = await clientOf(llm).audio.transcriptions.create({ file, model: 'whisper-1' });
    expect(text).toBe('voice.ogg: 4');
  });
});
