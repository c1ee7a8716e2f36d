import { z } from 'zod';
import { type AlertId, idShape } from '../../db/ids.ts';
import { job } from '../job.ts';

/** Begins an alert. Whether it is due and still true is checked when the job runs. */
export const alertJob = job('alert', z.object({ alert: idShape<AlertId>() }), ({ alert }, { alerts }) =>
  alerts.send(alert),
);
