import { type Message, say } from '../../../chat/dsl/screen.ts';
import type { Live } from '../../../shop/streams/start.ts';
import type { Turn } from '../../flow.ts';
import { alertLine } from '../../screens/streams/stream-panel.ts';

/** What really becomes of the alert when somebody goes live, from the rows of its recipients. */
export async function liveNews(
  { shop, now }: Turn<string>,
  { stream, became, isNewLink }: Live,
): Promise<Message[]> {
  const counts = await shop.streams.alertCounts(stream.id);
  const { state, people, sent, waiting } = counts;
  if (became === 'started' || state === 'planned') return [alertLine(counts)];
  const link = isNewLink && sent > 0 ? [say('live-alert-link', { people: sent })] : [];
  if (waiting > 0) return [...link, say('live-alert-rest', { waiting })];
  if (link.length > 0) return link;
  if (people === 0) return [say('live-alert-nobody')];
  const since = now.getTime() - (stream.startedAt ?? now).getTime();
  return [say('live-alert-again', { minutes: Math.floor(since / 60_000) })];
}
