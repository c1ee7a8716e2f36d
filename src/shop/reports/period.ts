import type { TxContext } from '../../db/work.ts';

export const periods = ['today', 'yesterday', 'week', 'last-week', 'month', 'last-month', 'season'] as const;
export type Period = (typeof periods)[number];

/** How a period is cut for a chart. A season begins with March, June, September or December. */
const cuts = {
  today: { from: "date_trunc('day', local)", length: '1 day', slot: '3 hours' },
  yesterday: { from: "date_trunc('day', local) - interval '1 day'", length: '1 day', slot: '3 hours' },
  week: { from: "date_trunc('week', local)", length: '7 days', slot: '1 day' },
  'last-week': { from: "date_trunc('week', local) - interval '7 days'", length: '7 days', slot: '1 day' },
  month: { from: "date_trunc('month', local)", length: '1 month', slot: '1 day' },
  'last-month': { from: "date_trunc('month', local) - interval '1 month'", length: '1 month', slot: '1 day' },
  season: {
    from: "date_trunc('month', local) - make_interval(months => extract(month FROM local)::int % 3)",
    length: '3 months',
    slot: '7 days',
  },
} as const satisfies Record<Period, { from: string; length: string; slot: string }>;

/** A stretch of the village's calendar: its ends as moments, and where its slots begin on the village's clock. */
export interface DateRange {
  readonly from: Date;
  readonly until: Date;
  /** `2026-11-23T09:00`. */
  readonly slots: readonly string[];
  /** The first and the last day of it there, `2026-11-23`. */
  readonly days: readonly [string, string];
}

interface Row {
  readonly slot: string;
  readonly from: Date;
  readonly until: Date;
  readonly firstDay: string;
  readonly lastDay: string;
}

/** The period that `now` is in, or the one before it, by the village's clock; the database knows the calendars. */
export async function periodRange(
  { tx, now }: TxContext,
  period: Period,
  timeZone: string,
): Promise<DateRange> {
  const { from, length, slot } = cuts[period];
  // `from` is one of the texts above.
  const rows = await tx.$queryRawUnsafe<Row[]>(
    `WITH here AS (SELECT ($1::timestamptz AT TIME ZONE $2) AS local),
          span AS (SELECT ${from} AS start FROM here)
     SELECT to_char(slot, 'YYYY-MM-DD"T"HH24:MI') AS slot,
            to_char(start, 'YYYY-MM-DD') AS "firstDay",
            to_char(start + $3::interval - interval '1 day', 'YYYY-MM-DD') AS "lastDay",
            start AT TIME ZONE $2 AS "from", (start + $3::interval) AT TIME ZONE $2 AS until
     FROM span, generate_series(start, start + $3::interval - interval '1 minute', $4::interval) AS slot
     ORDER BY slot`,
    now,
    timeZone,
    length,
    slot,
  );
  const [first] = rows;
  if (!first) throw new Error(`no such stretch: ${period}`);
  const { from: begin, until, firstDay, lastDay } = first;
  return { from: begin, until, slots: rows.map((row) => row.slot), days: [firstDay, lastDay] };
}

/** From the beginning of one day to the end of another, by the village's clock. */
export async function daysRange(
  { tx }: TxContext,
  [first, last]: readonly [string, string],
  timeZone: string,
): Promise<Pick<DateRange, 'from' | 'until'>> {
  const [range] = await tx.$queryRaw<{ from: Date; until: Date }[]>`
    SELECT ${first}::date::timestamp AT TIME ZONE ${timeZone} AS "from",
      (${last}::date + 1)::timestamp AT TIME ZONE ${timeZone} AS until`;
  if (!range) throw new Error(`no such days: ${first} to ${last}`);
  return range;
}
