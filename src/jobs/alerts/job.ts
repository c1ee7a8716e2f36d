import { z } from 'zod';
import { job } from '../job.ts';

/** Begins an alert. Whether it is due and still true is checked when the job runs. */
export const alertJob = job('alert', z.object({ alert: z.uuid() }), ({ alert }, { alerts }) =>
  alerts.send(alert),
);
