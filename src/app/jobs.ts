import type { Channel } from '../chat/dsl/channel.ts';
import type { EntryLinks } from '../chat/dsl/entry-links.ts';
import type { NotifyListener } from '../chat/outbound/notify-listener.ts';
import type { Config } from '../config.ts';
import { type Jobs, startJobs } from '../jobs/jobs.ts';
import { openQueues } from '../jobs/queue/queues.ts';
import { createWriter } from '../writer/writer.ts';
import type { Shared } from './shared.ts';

interface JobsParts extends Shared {
  readonly databaseUrl: string;
  readonly channels: readonly Channel[];
  readonly entryLinks: EntryLinks;
  readonly listener: NotifyListener;
}

/** Opens the queues, and starts to work on them. */
export async function openJobs(config: Config, parts: JobsParts): Promise<Jobs> {
  const { databaseUrl, lifecycle, log } = parts;
  const redisUrl = config.queues.is === 'redis' ? config.queues.url : undefined;
  const queues = await openQueues(databaseUrl, redisUrl, log);
  lifecycle.add('the queues', () => queues.stop());
  const writer = createWriter(config.model, (error) => log.warn({ err: error }, 'the model did not write'));
  const jobs = await startJobs({
    ...parts,
    queues,
    writer,
    writerBudgetMicros: config.writerBudgetMicros,
    alertRate: config.alerts.rate,
  });
  lifecycle.add('the jobs', () => jobs.stop());
  return jobs;
}
