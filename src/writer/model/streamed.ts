import type { Request, RequestBody, Said } from './request.ts';

/** Asks for a stream; undefined where the server sends none. A stream that breaks off counts as cut. */
export async function askStreamed(
  { client, signal, onText }: Request,
  body: RequestBody,
): Promise<Said | undefined> {
  const chunks = await client.chat.completions.create(
    { ...body, stream: true, stream_options: { include_usage: true } },
    { signal },
  );
  let [text, refusal, finish] = ['', '', ''];
  let [tokensIn, tokensOut, seen] = [0, 0, 0];
  for await (const { choices, usage } of chunks) {
    seen += 1;
    const [choice] = choices ?? [];
    text += choice?.delta?.content ?? '';
    refusal += choice?.delta?.refusal ?? '';
    finish = choice?.finish_reason ?? finish;
    tokensIn = usage?.prompt_tokens ?? tokensIn;
    tokensOut = usage?.completion_tokens ?? tokensOut;
    if (choice?.delta?.content) onText?.(text);
  }
  if (seen === 0) return undefined;
  const isRefusal = refusal !== '' || finish === 'content_filter';
  const isCut = !isRefusal && (finish === 'length' || finish === '');
  return { ...{ text, isRefusal, isCut }, tokensIn, tokensOut };
}
