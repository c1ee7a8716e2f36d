import { ask } from '../../../chat/dsl/flow.ts';
import type { Reply, ReplyPart } from '../../../chat/dsl/screen.ts';
import { cardShape, type SettingCard } from './setting-undo.ts';

// 运费6块，满60包邮: set one after the other, and taken back or put right as one message.

/** The reply with what all of its screens have set kept by the last of their questions. */
export function withJoinedUndos(reply: Reply): Reply {
  const kept = reply.flatMap((part) => undoOf(part) ?? []);
  const last = reply.findLast((part) => undoOf(part));
  if (kept.length < 2) return reply;
  const all: SettingCard = {
    // What was set last is taken back first.
    changes: kept.toReversed().flatMap(({ changes }) => changes),
    done: kept.flatMap(({ done }) => done ?? []),
  };
  return reply.map((part) => (part === last ? { ...part, asks: ask('setting-undo', all) } : part));
}

const undoOf = (part: ReplyPart): SettingCard | undefined =>
  'text' in part && part.asks?.step === 'setting-undo' ? cardShape.safeParse(part.asks.data).data : undefined;
