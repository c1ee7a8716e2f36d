import { z } from 'zod';
import type { HookEvent } from '../shop/streams/hooks.ts';

/** What a program's request says. */
export interface HookRequest {
  /** Undefined: something else that it reports, like a viewer who came. */
  readonly event: HookEvent | undefined;
  /** The program takes an answer that is no success as an order to cut the picture. */
  readonly cutsOnError: boolean;
}

const link = z.url({ protocol: /^https?$/ }).max(2_000);

/** SRS: `http_hooks`, as JSON. */
const srsShape = z.object({ action: z.string().startsWith('on_'), stream: z.string().optional() });
/** nginx-rtmp: `on_publish` and so on, as a form. */
const nginxShape = z.object({ call: z.string(), app: z.string().optional(), name: z.string().optional() });
/** obs-websocket: an event, bare or in its envelope. */
const obsShape = z.object({
  eventType: z.literal('StreamStateChanged'),
  eventData: z.object({ outputState: z.string() }),
});
const obsEnvelope = z.object({ op: z.literal(5), d: z.object({ eventType: z.string() }).loose() });
/** Ours: in the body, or (for a program that can only call an address) in its query. */
const ownShape = z.object({
  event: z.enum(['start', 'stop']),
  url: link.optional(),
  title: z.string().max(200).optional(),
});

/** Reads a request of SRS, nginx-rtmp, OBS, MediaMTX or our own form; undefined where it is none of them. */
export function parseHookRequest(body: unknown, query: unknown): HookRequest | undefined {
  const srs = srsShape.safeParse(body);
  if (srs.success) return cutting(srsEvents.get(srs.data.action));
  const nginx = nginxShape.safeParse(body);
  if (nginx.success) return cutting(nginxEvents.get(nginx.data.call));
  const envelope = obsEnvelope.safeParse(body);
  const inner = envelope.success ? envelope.data.d : body;
  const obs = obsShape.safeParse(inner);
  if (obs.success) return { event: obsEvents.get(obs.data.eventData.outputState), cutsOnError: false };
  if (envelope.success) return { event: undefined, cutsOnError: false };
  const own = ownShape.safeParse(isEmpty(body) ? query : body);
  return own.success ? { event: toEvent(own.data), cutsOnError: false } : undefined;
}

const isEmpty = (body: unknown): boolean =>
  body === undefined || body === null || (typeof body === 'object' && Object.keys(body).length === 0);

const cutting = (event: HookEvent | undefined): HookRequest => ({ event, cutsOnError: true });

const START: HookEvent = { is: 'start' };
const STOP: HookEvent = { is: 'stop' };

const srsEvents = new Map<string, HookEvent>([
  ['on_publish', START],
  ['on_unpublish', STOP],
]);
const nginxEvents = new Map<string, HookEvent>([
  ['publish', START],
  ['update_publish', START],
  ['publish_done', STOP],
]);
const obsEvents = new Map<string, HookEvent>([
  ['OBS_WEBSOCKET_OUTPUT_STARTED', START],
  ['OBS_WEBSOCKET_OUTPUT_RECONNECTED', START],
  ['OBS_WEBSOCKET_OUTPUT_STOPPED', STOP],
]);

function toEvent({ event, url, title }: z.infer<typeof ownShape>): HookEvent {
  if (event === 'stop') return STOP;
  return { is: 'start', ...(url && { url }), ...(title && { title }) };
}
