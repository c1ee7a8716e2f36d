import { z } from 'zod';
import { badRequest } from './failure.ts';
import type { Params } from './request.ts';

/**
 * The parameters that a method reads, checked. Telegram takes numbers, flags and objects also as texts, since forms know
 * nothing else; what it does not know, it ignores. Throws what the first wrong field's own complaint says.
 */
export function read<Shape extends z.ZodRawShape>(
  { fields }: Params,
  shape: Shape,
): z.output<z.ZodObject<Shape>> {
  // Used once: not worth compiling, which would cost more than the call itself.
  const parsed = z.object(shape).safeParse(fields, { jitless: true });
  if (parsed.success) return parsed.data;
  const issue = parsed.error.issues[0];
  throw badRequest(issue ? issue.message : 'wrong parameters');
}

const fromText = (value: unknown): unknown =>
  typeof value === 'string' && /^-?\d+$/.test(value.trim()) ? Number(value) : value;

export const integer = (complaint = 'wrong integer') => z.preprocess(fromText, z.int({ error: complaint }));

export const decimal = (complaint: string) =>
  z.preprocess(
    (value) => (typeof value === 'string' && value.trim() !== '' ? Number(value) : value),
    z.number({ error: complaint }),
  );

export const flag = () =>
  z.preprocess(
    (value) => {
      if (typeof value !== 'string') return value;
      return ['true', 'yes', '1'].includes(value.toLowerCase());
    },
    z.boolean({ error: 'wrong boolean' }),
  );

/** Text, which Telegram also makes of a number. */
export const text = (complaint: string) =>
  z.preprocess(
    (value) => (typeof value === 'number' ? String(value) : value),
    z.string({ error: complaint }),
  );

export const chatId = () =>
  z.preprocess(fromText, z.union([z.int(), z.string().min(1)], { error: 'chat_id is empty' }));

export const messageId = () => integer('message identifier is not specified');

/** An object or a list, perhaps written as JSON. */
export const json = <T extends z.ZodType>(shape: T, complaint: string) =>
  z.preprocess((value, context) => {
    if (typeof value !== 'string') return value;
    try {
      return JSON.parse(value);
    } catch {
      context.issues.push({ code: 'custom', message: complaint, input: value });
      return z.NEVER;
    }
  }, shape);
