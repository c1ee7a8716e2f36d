import { z } from 'zod';
import { tap } from '../../../src/chat/dsl/action.ts';
import { ask, createFlowBuilder, type Turn } from '../../../src/chat/dsl/flow.ts';
import { html } from '../../../src/chat/dsl/html.ts';
import type { Reply } from '../../../src/chat/dsl/screen.ts';
import type { TxContext } from '../../../src/db/work.ts';

const flow = createFlowBuilder<TxContext>();

/** A conversation small enough to test the engine with. */
export const parrot = flow('parrot', {
  commands: {
    start: () => [
      { text: html`welcome`, buttons: [[{ label: html`count`, tap: tap('count/:n', { n: 1 }) }]] },
    ],
    age: askAge,
  },
  taps: {
    home: () => [{ text: html`home` }],
    person: () => [{ text: html`person` }],
    'count/:n': ({ params }) => [
      {
        text: html`counted ${params.n}`,
        buttons: [[{ label: html`count`, tap: tap('count/:n', { n: Number(params.n) + 1 }) }]],
      },
    ],
  },
  answers: { age: { data: z.object({ of: z.string() }), read: readAge } },
  onMessage: { text: echo },
});

function askAge(): Reply {
  return [{ text: html`how old?`, asks: ask('age', { of: 'the walnut tree' }) }];
}

function readAge({ text }: Turn<TxContext, never>, { of }: { of: string }): Reply {
  if (!/^\d+$/.test(text)) return [{ text: html`a number please`, isMiss: true }];
  return [{ text: html`${of} is ${text}` }];
}

async function echo({ text, shop, person }: Turn<TxContext, never>): Promise<Reply> {
  if (text === 'boom') {
    await shop.tx.person.update({
      where: { id: person.id },
      data: { name: 'written by a turn that failed' },
    });
    throw new Error('boom');
  }
  return [{ text: html`you said ${text}` }];
}
