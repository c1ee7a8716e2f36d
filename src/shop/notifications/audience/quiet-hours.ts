import { Prisma as Sql } from '../../../db/generated/client.ts';

/** One row, `village`: the zone of those who have set none. */
export const villageZone = Sql.sql`SELECT time_zone AS zone FROM village ORDER BY created_at LIMIT 1`;

/**
 * A row for each `person`, `clock`: what the clock on their wall shows, the minute of that day, and its zone; `village` is
 * joined before.
 */
export const personClock = (now: Date): Sql.Sql => Sql.sql`
  SELECT local.at, local.zone, (date_part('hour', local.at) * 60 + date_part('minute', local.at))::int AS minute
  FROM (SELECT coalesce(person.time_zone, village.zone) AS zone,
    ${now}::timestamptz AT TIME ZONE coalesce(person.time_zone, village.zone) AS at) AS local`;

/** Whether `person` is in their quiet hours by `clock`. A night begins before midnight and ends after it. */
export const isQuiet = Sql.sql`coalesce(CASE WHEN person.quiet_from <= person.quiet_until
  THEN clock.minute >= person.quiet_from AND clock.minute < person.quiet_until
  ELSE clock.minute >= person.quiet_from OR clock.minute < person.quiet_until END, false)`;

/**
 * When the quiet hours of `person` end by `clock`: the moment at which their own clock shows that minute next, also in the
 * night in which clocks are changed.
 */
export const quietEnd = Sql.sql`
  (date_trunc('day', clock.at) + make_interval(mins => person.quiet_until,
    days => CASE WHEN person.quiet_until <= clock.minute THEN 1 ELSE 0 END)) AT TIME ZONE clock.zone`;

/** Alerts of what somebody follows, in one day of theirs, where they have said nothing else. */
export const ALERTS_A_DAY = 8;

/** Whether `person` has had as many alerts today as they want; those that one message tells of are one. */
export const isFull = Sql.sql`(
  SELECT count(*) FROM alert_recipient today WHERE today.person_id = person.id AND today.state = 'sent' AND today.said_in IS NULL
    AND today.sent_at >= date_trunc('day', clock.at) AT TIME ZONE clock.zone
  ) >= coalesce(person.alerts_a_day, ${ALERTS_A_DAY})`;
