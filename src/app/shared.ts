import type { Logger } from 'pino';
import type { Engine } from '../chat/engine/engine.ts';
import type { AppContext } from '../db/work.ts';
import type { Lifecycle } from '../lifecycle.ts';

/** What every part of a process is started with. Each adds itself to the lifecycle. */
export interface Shared {
  readonly appContext: AppContext;
  readonly engine: Engine;
  readonly lifecycle: Lifecycle;
  readonly log: Logger;
}
