import { Prisma as Sql } from '../../db/generated/client.ts';

/** One row, `clock`: the minute of the village's day. */
export const villageClock = (now: Date): Sql.Sql => Sql.sql`
  SELECT (date_part('hour', t) * 60 + date_part('minute', t))::int AS minute FROM (
    SELECT ${now}::timestamptz AT TIME ZONE time_zone AS t FROM village ORDER BY created_at LIMIT 1) AS local`;

/** Whether `person` is in their quiet hours by `clock`. A night begins before midnight and ends after it. */
export const isQuiet = Sql.sql`coalesce(CASE WHEN person.quiet_from <= person.quiet_until
  THEN clock.minute >= person.quiet_from AND clock.minute < person.quiet_until
  ELSE clock.minute >= person.quiet_from OR clock.minute < person.quiet_until END, false)`;

/** When the quiet hours of `person` end by `clock`. */
export const quietEnd = (now: Date): Sql.Sql => Sql.sql`
  ${now}::timestamptz + make_interval(mins => (person.quiet_until - clock.minute + 1440) % 1440)`;
