import type { Logger } from 'pino';
import type { Engine } from '../../chat/engine/engine.ts';
import type { AlertId } from '../../db/ids.ts';
import type { AppContext } from '../../db/work.ts';
import type { HeldRecipients } from './held.ts';

export interface SenderDeps {
  readonly appContext: AppContext;
  readonly engine: Pick<Engine, 'direct'>;
  readonly log: Logger;
  /** What this process has claimed, on all channels. */
  readonly held: HeldRecipients;
}

/** Sends the alerts of one channel in this process. */
export interface ChannelSender {
  /** The alert may have due recipients on this channel. */
  start(alertId: AlertId): void;
  isIdle(): boolean;
  /** Begins nothing more; resolves when what runs has ended. What was claimed and not sent is due again. */
  stop(): Promise<void>;
}
