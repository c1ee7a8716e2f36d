import { z } from 'zod';
import { ApiError, refusals } from './failure.ts';
import type { Call, Held, Rates, Refusal, Telegram, Which } from './interface.ts';
import { jsonIn } from './request.ts';

/** What a test makes go wrong: refusals, lost connections, waiting, rate limits. */
export interface Trouble
  extends Pick<Telegram, 'limit' | 'failNext' | 'dropNext' | 'setUnwell' | 'holdNext'> {
  /** To be asked before a call is done. Throws what is planned for it; `drop`: cut the line without doing it. */
  before(call: Call): Promise<'drop' | 'go'>;
  /** To be asked when a call is done. */
  after(call: Call): 'drop' | 'go';
}

type Act =
  | { readonly is: 'fail'; readonly refusal: Refusal }
  | { readonly is: 'drop'; readonly when: 'before' | 'after' }
  | { readonly is: 'hold'; readonly arrived: (call: Call) => void; readonly released: Promise<void> };

interface Plan {
  readonly method: string;
  readonly which: Which;
  readonly act: Act;
  left: number;
}

export function createTrouble(): Trouble {
  const plans: Plan[] = [];
  const unwell = createUnwellness();
  const meter = createMeter();

  const plan = (method: string, which: Which, act: Act): void => {
    plans.push({ method: method.toLowerCase(), which, act, left: which.times ?? 1 });
  };
  const planned = (call: Call, is: (act: Act) => boolean): Act | undefined => {
    const found = plans.find(
      ({ act, method, which, left }) => left > 0 && is(act) && isMeant(call, method, which),
    );
    if (found) found.left -= 1;
    return found?.act;
  };

  return {
    limit: meter.limit,
    setUnwell: unwell.set,
    failNext: (method, refusal, which = {}) => plan(method, which, { is: 'fail', refusal }),
    dropNext: (method, when, which = {}) => plan(method, which, { is: 'drop', when }),
    holdNext(method, which = {}) {
      const { held, act } = hold();
      plan(method, which, act);
      return held;
    },
    async before(call) {
      const held = planned(call, ({ is }) => is === 'hold');
      if (held?.is === 'hold') {
        held.arrived(call);
        await held.released;
      }
      const how = unwell.of(call);
      if (how === 'drop' || planned(call, (act) => act.is === 'drop' && act.when === 'before')) return 'drop';
      if (how) throw new ApiError(how);
      const failing = planned(call, ({ is }) => is === 'fail');
      if (failing?.is === 'fail') throw new ApiError(failing.refusal);
      meter.count(call);
      return 'go';
    },
    after: (call) => (planned(call, (act) => act.is === 'drop' && act.when === 'after') ? 'drop' : 'go'),
  };
}

/** What is wrong until it is right again, with one bot or with all. */
function createUnwellness() {
  let unwell: { readonly how: Refusal | 'drop'; readonly bot: number | undefined } | undefined;
  return {
    set(how: Refusal | 'drop' | undefined, bot?: { readonly id: number }): void {
      unwell = how && { how, bot: bot?.id };
    },
    of: ({ method, bot }: Call): Refusal | 'drop' | undefined =>
      method.toLowerCase() !== 'getupdates' && (unwell?.bot ?? bot.id) === bot.id ? unwell?.how : undefined,
  };
}

function isMeant(call: Call, method: string, { bot, chat }: Which): boolean {
  const isMethod =
    method === '*' ? call.method.toLowerCase() !== 'getupdates' : call.method.toLowerCase() === method;
  const isChat = chat === undefined || String(call.params.chat_id) === String(chat);
  return isMethod && isChat && (bot === undefined || bot.id === call.bot.id);
}

function hold(): { held: Held; act: Act } {
  const arrival = Promise.withResolvers<Call>();
  const release = Promise.withResolvers<void>();
  return {
    held: { arrived: arrival.promise, release: release.resolve },
    act: { is: 'hold', arrived: arrival.resolve, released: release.promise },
  };
}

const SECOND_MS = 1_000;

/** Each picture of an album counts. */
function messagesIn({ method, params }: Call): number {
  const { media } = params;
  if (method.toLowerCase() !== 'sendmediagroup' || !media) return 1;
  const items = z.array(z.unknown()).safeParse(typeof media === 'string' ? jsonIn(media) : media).data;
  return Math.max(1, items?.length ?? 1);
}

/** Counts messages in a window of one real second. A refused one does not count. */
function createMeter() {
  let rates: Rates | undefined;
  const sent = new Map<string, number[]>();

  const isOver = (key: string, most: number | undefined, now: number): boolean => {
    const recent = (sent.get(key) ?? []).filter((at) => now - at < SECOND_MS);
    sent.set(key, recent);
    return most !== undefined && recent.length >= most;
  };

  return {
    limit(next: Rates | undefined): void {
      rates = next;
      sent.clear();
    },
    count(call: Call): void {
      if (!rates || !/^(send|copy|forward)/i.test(call.method) || /^sendChatAction$/i.test(call.method))
        return;
      const now = performance.now();
      const bot = `${call.bot.id}`;
      const chat = `${bot}/${call.params.chat_id}`;
      const isTooMany = [isOver(bot, rates.perBot, now), isOver(chat, rates.perChat, now)].includes(true);
      if (isTooMany) throw new ApiError(refusals.tooMany(rates.retryAfter ?? 1));
      const messages = Array<number>(messagesIn(call)).fill(now);
      for (const key of [bot, chat]) sent.get(key)?.push(...messages);
    },
  };
}
