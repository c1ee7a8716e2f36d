import { isValidParam } from './params.ts';

/** The Bot API's limit on callback_data: 64 bytes of UTF-8. */
export const ACTION_BYTES = 64;

/** The names of the `:params` in a pattern: `'address/:id'` has `'id'`. */
export type ActionParams<Pattern extends string> = Pattern extends `${infer Head}/${infer Rest}`
  ? ActionParams<Head> | ActionParams<Rest>
  : Pattern extends `:${infer Name}`
    ? Name
    : never;

/**
 * The action that a button carries: a route with its parameters filled in, `confirm/0192…`.
 * Throws a RangeError beyond the platform's limit; tests hold every button to it.
 */
export function tap<const Pattern extends string>(
  pattern: Pattern,
  ...rest: [ActionParams<Pattern>] extends [never]
    ? []
    : [Readonly<Record<ActionParams<Pattern>, string | number>>]
): string {
  const params: Readonly<Record<string, string | number>> = rest[0] ?? {};
  const action = pattern
    .split('/')
    .map((part) => (part.startsWith(':') ? packed(String(params[part.slice(1)])) : part))
    .join('/');
  if (Buffer.byteLength(action) > ACTION_BYTES)
    throw new RangeError(`the action ${pattern} passes ${ACTION_BYTES} bytes`);
  return action;
}

/** The parameters of `action` if it matches `pattern` with values that our buttons can carry. */
export function matchAction(pattern: string, action: string): Record<string, string> | undefined {
  const wanted = pattern.split('/');
  const given = action.split('/');
  if (wanted.length !== given.length) return undefined;
  const params: Record<string, string> = {};
  for (const [i, part] of wanted.entries()) {
    const value = given[i] ?? '';
    if (!part.startsWith(':')) {
      if (part !== value) return undefined;
      continue;
    }
    const name = part.slice(1);
    params[name] = unpacked(value);
    if (value === '' || !isValidParam(name, params[name])) return undefined;
  }
  return params;
}

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;
const PACKED = /^~[A-Za-z0-9_-]{22}$/;

/** A UUID takes 23 bytes instead of 36, so that two fit into a button. */
function packed(value: string): string {
  if (!UUID.test(value)) return encodeURIComponent(value);
  return `~${Buffer.from(value.replaceAll('-', ''), 'hex').toString('base64url')}`;
}

function unpacked(value: string): string {
  if (!PACKED.test(value)) return safeDecode(value);
  const hex = Buffer.from(value.slice(1), 'base64url').toString('hex');
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
}

function safeDecode(value: string): string {
  try {
    return decodeURIComponent(value);
  } catch {
    return value;
  }
}
