import {
  type FirstSeconds,
  measureFirstSeconds,
  measureWholeAlert,
  type WholeAlert,
} from '../alerts/measure.ts';
import type { Line, Row } from '../harness/line.ts';

// With REDIS_URL the queues are there, else on PostgreSQL. PLANS=1 prints the plan of a claim in the middle of each alert;
// FOLLOWERS=1000,100000 takes other numbers. Each is measured once: an alert is a minute of many thousand sends.

const FOLLOWERS = (process.env.FOLLOWERS ?? '1000,100000,500000').split(',').filter(Boolean).map(Number);
const redisUrl = process.env.REDIS_URL;
const where = redisUrl ? 'Redis' : 'PostgreSQL';
const FIRST_SECONDS = 4;

/** Alerts beside what their rate allows, and the replies meanwhile. */
export const alerts: Line = {
  name: 'alerts',
  async measure() {
    const rows: Row[] = [];
    for (const followers of FOLLOWERS) rows.push(...firstRows(followers, await firstSeconds(followers)));
    rows.push(...wholeRows(900, 25, await measureWholeAlert({ followers: 900, rate: 25, redisUrl })));
    const paid = { followers: 10_000, rate: 1_000, redisUrl };
    rows.push(...wholeRows(10_000, 1_000, await measureWholeAlert(paid)));
    rows.push(
      ...wholeRows(10_000, 1_000, await measureWholeAlert({ ...paid, isApart: true }), ', two processes'),
    );
    return rows;
  },
};

async function firstSeconds(followers: number): Promise<FirstSeconds> {
  const measured = await measureFirstSeconds({ followers, rate: 1_000, redisUrl }, FIRST_SECONDS);
  if (process.env.PLANS) console.log(`\nA claim with ${followers} followers:\n${measured.plan}\n`);
  return measured;
}

const firstRows = (followers: number, { firstMs, grownMb }: FirstSeconds): Row[] => [
  {
    what: `first alert of ${followers}, queues on ${where}`,
    ...{
      goal: '< 1 s',
      beside: '1,000 ms',
      walnut: `${Math.round(firstMs)} ms`,
      ratio: ratio(firstMs, 1_000),
    },
  },
  {
    what: `memory grown in its first ${FIRST_SECONDS} s`,
    ...{ goal: 'flat', beside: '', walnut: `${Math.round(grownMb)} MB`, ratio: '' },
  },
];

function wholeRows(followers: number, rate: number, measured: WholeAlert, how = ''): Row[] {
  const { lastMs, busiest, missed, twice, quietP99, duringP99 } = measured;
  const limitMs = (followers / rate) * 1_000;
  const of = `${followers} at ${rate}/s${how}`;
  return [
    {
      what: `last of ${of}, queues on ${where}`,
      ...{ goal: '≤ 1.1', beside: `${limitMs / 1_000} s`, walnut: `${(lastMs / 1_000).toFixed(1)} s` },
      ratio: ratio(lastMs, limitMs),
    },
    {
      what: `most in a second, ${of}`,
      ...{ goal: '≤ 1', beside: `${rate}`, walnut: `${busiest}`, ratio: ratio(busiest, rate) },
    },
    {
      what: `missed + twice, ${of}`,
      ...{ goal: '0', beside: '', walnut: `${missed} + ${twice}`, ratio: '' },
    },
    {
      what: `replies during it, p99, ${of}`,
      ...{
        goal: '≤ 1.5',
        beside: `${Math.round(quietP99)} ms (quiet)`,
        walnut: `${Math.round(duringP99)} ms`,
      },
      ratio: ratio(duringP99, quietP99),
    },
  ];
}

const ratio = (measured: number, limit: number): string => (measured / limit).toFixed(2);
