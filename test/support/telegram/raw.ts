import { z } from 'zod';
import type { BotAccount, Telegram } from './interface.ts';

const answered = z.looseObject({
  ok: z.boolean(),
  result: z.unknown().optional(),
  error_code: z.int().optional(),
  description: z.string().optional(),
  parameters: z
    .looseObject({ retry_after: z.number().optional(), migrate_to_chat_id: z.int().optional() })
    .optional(),
});

export type Answered = z.infer<typeof answered>;

/** Calls the Bot API as a bot without any library would. */
export const rawly =
  ({ root }: Telegram, { token }: Pick<BotAccount, 'token'>) =>
  async (method: string, params: object = {}): Promise<Answered> => {
    const response = await fetch(`${root}/bot${token}/${method}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(params),
    });
    return answered.parse(await response.json());
  };
