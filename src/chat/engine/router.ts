import { matchAction } from '../dsl/action.ts';
import type { EventBody } from '../dsl/event.ts';
import type { Answer, Flow, Handler } from '../dsl/flow.ts';

export interface Route<S> {
  readonly handler: Handler<S>;
  readonly params: Readonly<Record<string, string>>;
}

/** Finds handlers over all flows of one side. */
export interface Router<S> {
  /** A button may also say a command: `/orders`. */
  tap(action: string): Route<S> | undefined;
  command(name: string): Handler<S, 'rest'> | undefined;
  answer(step: string): Answer<S, unknown> | undefined;
  onMessage(kind: EventBody['is']): Handler<S> | undefined;
}

/** Throws when two flows claim the same command, step, pattern or kind of free message. */
export function createRouter<S>(flows: readonly Flow<S>[]): Router<S> {
  const taps = merged(
    'button',
    flows.map((flow) => flow.taps),
  );
  refuseDuplicates([...taps.keys()]);
  const byShape = Map.groupBy(
    [...taps].map(([pattern, handler]) => ({ pattern, handler })),
    ({ pattern }) => shapeKey(pattern),
  );
  const commands = merged(
    'command',
    flows.map((flow) => flow.commands),
  );
  const answers = merged(
    'question',
    flows.map((flow) => flow.answers),
  );
  const messageHandlers = merged(
    'message',
    flows.map((flow) => flow.onMessage),
  );
  return {
    command: (name) => commands.get(name),
    answer: (step) => answers.get(step),
    onMessage: (kind) => messageHandlers.get(kind),
    tap(action) {
      const command = action.startsWith('/') ? commands.get(action.slice(1)) : undefined;
      if (command) return { handler: (turn) => command({ ...turn, params: { rest: '' } }), params: {} };
      for (const { pattern, handler } of byShape.get(shapeKey(action)) ?? []) {
        const params = matchAction(pattern, action);
        if (params) return { handler, params };
      }
      return undefined;
    },
  };
}

/** First segment and length of a pattern: only patterns that share both can match the same action. */
function shapeKey(route: string): string {
  const segments = route.split('/');
  return `${segments[0]}/${segments.length}`;
}

function merged<T>(what: string, parts: readonly Readonly<Record<string, T>>[]): Map<string, T> {
  const all = new Map<string, T>();
  for (const [name, part] of parts.flatMap((record) => Object.entries(record))) {
    if (all.has(name)) throw new Error(`two flows claim the ${what} "${name}"`);
    all.set(name, part);
  }
  return all;
}

/** Throws where two patterns match the same actions, like `a/:one` and `a/:other`: the second would never be reached. */
function refuseDuplicates(patterns: readonly string[]): void {
  const byShape = new Map<string, string>();
  for (const pattern of patterns) {
    const shape = pattern.replaceAll(/:[^/]+/g, ':');
    const duplicate = byShape.get(shape);
    if (duplicate !== undefined) throw new Error(`two flows claim the button "${duplicate}" as "${pattern}"`);
    byShape.set(shape, pattern);
  }
}
