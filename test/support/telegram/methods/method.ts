import type { ApiMethods, Message } from 'grammy/types';
import type { Account } from '../account.ts';
import type { Params } from '../request.ts';
import type { World } from '../world.ts';

export interface MethodCall {
  readonly world: World;
  readonly account: Account;
  readonly params: Params;
  /** Aborts when the bot hangs up. */
  readonly signal: AbortSignal;
}

/** A message by any of its narrower types is a message. */
type Told<Result> = Result extends { message_id: number; chat: unknown }
  ? Message
  : Result extends readonly { message_id: number; chat: unknown }[]
    ? Message[]
    : Result;

/** Methods of the Bot API: what each answers is what its type says. They throw an ApiError to refuse. */
export type Methods = {
  readonly [Name in keyof ApiMethods]?: (
    call: MethodCall,
  ) => Told<ReturnType<ApiMethods[Name]>> | Promise<Told<ReturnType<ApiMethods[Name]>>>;
};
