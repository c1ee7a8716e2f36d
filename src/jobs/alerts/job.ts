import { z } from 'zod';
import { type AlertId, idShape } from '../../db/ids.ts';
import { job } from '../job.ts';

/** The alarm of an alert: whether it is due, and still true, is asked when it rings. */
export const alertJob = job('alert', z.object({ alert: idShape<AlertId>() }), ({ alert }, { alerts }) =>
  alerts.send(alert),
);
