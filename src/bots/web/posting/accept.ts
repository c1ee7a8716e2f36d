import type { Accept, WebDeps } from '../deps.ts';
import { createSequence } from './sequence.ts';

/** Hands what visitors do to the engine, numbered in the order in which this process took it. */
export function createAccept({ appContext, engine }: Pick<WebDeps, 'appContext' | 'engine'>): Accept {
  const now = () => appContext.clock.now();
  const nextSeq = createSequence(now);
  return (side, { address, name, locale }, key, body) =>
    engine.accept([
      {
        channel: `web-${side}`,
        address,
        key,
        seq: nextSeq(),
        at: now(),
        from: { name, language: locale },
        body,
      },
    ]);
}
