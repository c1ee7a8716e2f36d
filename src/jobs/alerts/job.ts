import { z } from 'zod';
import { job } from '../job.ts';

/** The alarm of an alert: whether it is due, and still true, is asked when it rings. */
export const alertJob = job('alert', z.object({ alert: z.uuid() }), ({ alert }, { alerts }) =>
  alerts.send(alert),
);
