import { matchAction } from '../../chat/dsl/action.ts';
import type { Flow } from '../../chat/dsl/flow.ts';
import type { Reply } from '../../chat/dsl/screen.ts';
import type { Shop } from '../../shop/shop.ts';
import type { Turn } from '../flow.ts';

/** Does what a button with this action would do; nothing where no flow of these has it. */
export async function pressButton(
  flows: readonly Pick<Flow<Shop>, 'taps'>[],
  turn: Turn,
  action: string,
): Promise<Reply | undefined> {
  for (const { taps } of flows)
    for (const [pattern, handler] of Object.entries(taps)) {
      const params = matchAction(pattern, action);
      if (params) return handler({ ...turn, params } as Turn);
    }
  return undefined;
}
