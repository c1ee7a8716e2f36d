import type { Account } from './account.ts';
import { ApiError, refusals } from './failure.ts';
import type { Call, Refusal, Response } from './interface.ts';
import { methodNamed } from './methods/all.ts';
import { type Params, told } from './request.ts';

export type Outcome = Exclude<Response, { ok: 'dropped' }> | 'drop';

/** Does a call, with the trouble that is planned for it, and notes it. Never throws. */
export async function perform(
  account: Account,
  method: string,
  params: Params,
  signal: AbortSignal,
): Promise<Outcome> {
  const { world } = account;
  const call: { -readonly [K in keyof Call]: Call[K] } = {
    bot: account,
    method,
    params: told(params),
    at: performance.now(),
  };
  world.calls.push(call);
  world.traffic.fire();
  const outcome = await outcomeOf(call, account, params, signal);
  call.response = outcome === 'drop' ? { ok: 'dropped', at: performance.now() } : outcome;
  world.traffic.fire();
  return outcome;
}

async function outcomeOf(
  call: Call,
  account: Account,
  params: Params,
  signal: AbortSignal,
): Promise<Outcome> {
  const { trouble } = account.world;
  try {
    if ((await trouble.before(call)) === 'drop') return 'drop';
    const act = methodNamed(call.method);
    if (!act) throw new ApiError(refusals.noMethod);
    const result: unknown = await act({ account, world: account.world, params, signal });
    return trouble.after(call) === 'drop' ? 'drop' : { ok: true, result, at: performance.now() };
  } catch (error) {
    return { ok: false, ...refusalOf(error), at: performance.now() };
  }
}

/** A fault of ours is told in full: it shows in the test that meets it. */
const refusalOf = (error: unknown): Refusal =>
  error instanceof ApiError
    ? error.refusal
    : {
        error_code: 500,
        description: `Internal Server Error: ${error instanceof Error ? error.stack : error}`,
      };
