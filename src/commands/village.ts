import { parseArgs } from 'node:util';
import { type AppContext, inTransaction, type TxContext } from '../db/work.ts';
import {
  DEMO_SLUG,
  foundVillage,
  PLACE_CHARS,
  updateVillage,
  type Village,
  type VillageChanges,
  villageHere,
} from '../shop/sellers/villages.ts';
import { CommandUsage, FOUND_EXAMPLE, type Say } from './usage.ts';

const options = {
  'name-en': { type: 'string' },
  county: { type: 'string' },
  'county-en': { type: 'string' },
  province: { type: 'string' },
  'province-en': { type: 'string' },
  'time-zone': { type: 'string' },
  currency: { type: 'string' },
  rename: { type: 'string' },
} as const;

/** `npm run village -- "Lingtou" --county … --province …`: founds the village, shows it, or changes what is given. */
export async function runVillage(args: string[], appContext: AppContext, say: Say): Promise<void> {
  const { values, positionals } = parseArgs({ args, allowPositionals: true, options });
  const name = named('The name', positionals.join(' '));
  const given: VillageChanges = {
    nameEn: named('--name-en', values['name-en']),
    county: named('--county', values.county),
    countyEn: named('--county-en', values['county-en']),
    province: named('--province', values.province),
    provinceEn: named('--province-en', values['province-en']),
    timeZone: parseTimeZone(values['time-zone']),
    currency: parseCurrency(values.currency),
  };
  const rename = named('--rename', values.rename);
  for (const line of await inTransaction(appContext, (context) =>
    act(context, name, { ...given, name: rename }),
  ))
    say(line);
}

async function act(context: TxContext, name: string | undefined, given: VillageChanges): Promise<string[]> {
  const there = await villageHere(context);
  if (there) return change(context, there, name, given);
  const { county, province } = given;
  if (!name || !county || !province || given.name) throw new CommandUsage(whatIsMissing(name, given));
  const founded = await foundVillage(context, { ...given, name, county, province });
  const { village } = founded.ok ? founded : { village: founded.refusal.there };
  if (!founded.ok) return change(context, village, name, given);
  return [
    `The village is founded: ${lineFor(village)}`,
    ...notesOn(given),
    'Next, invite the first family: npm run invite -- "Wang Xiuying"',
    'And somebody of the village office: npm run invite -- --operator',
  ];
}

async function change(
  context: TxContext,
  there: Village,
  name: string | undefined,
  given: VillageChanges,
): Promise<string[]> {
  const isOther = name !== undefined && name !== there.name && name !== there.nameEn;
  const isAsked = name !== undefined || Object.values(given).some((value) => value !== undefined);
  if (isOther || (isAsked && there.slug === DEMO_SLUG))
    throw new CommandUsage(otherVillage(there, name ?? ''));
  const now = await updateVillage(context, there, given);
  if (lineFor(now) === lineFor(there)) return [`The village is there: ${lineFor(there)}`];
  return [`The village is now: ${lineFor(now)}`, ...notesOn(given)];
}

/** One line: `岭头村 (Lingtou), 汾阳市, 山西省 (Fenyang, Shanxi), Asia/Shanghai, CNY`. */
function lineFor(village: Village): string {
  const { name, nameEn, county, countyEn, province, provinceEn, timeZone, currency } = village;
  const isBoth = countyEn !== county || provinceEn !== province;
  return [
    name === nameEn ? name : `${name} (${nameEn})`,
    county,
    isBoth ? `${province} (${countyEn}, ${provinceEn})` : province,
    timeZone,
    currency,
  ].join(', ');
}

/** What a change does not do by itself. */
const notesOn = ({ timeZone, currency }: VillageChanges): string[] => [
  ...(timeZone ? ['If Walnut is running, restart it: until then times are shown in the old time zone.'] : []),
  ...(currency && currency !== 'CNY'
    ? [`Telegram's invoices are in ${currency}; everywhere else prices are still written with ¥.`]
    : []),
];

function whatIsMissing(name: string | undefined, { county, province, name: rename }: VillageChanges): string {
  const missing = [
    ...(name ? [] : ['its name']),
    ...(county ? [] : ['--county']),
    ...(province ? [] : ['--province']),
  ];
  const why = rename ? 'there is nothing to rename' : `say ${missing.join(' and ')}`;
  return `There is no village yet; ${why}:\n  ${FOUND_EXAMPLE}`;
}

function otherVillage({ name, slug }: Village, wanted: string): string {
  if (slug === DEMO_SLUG)
    return 'The demo village is in this database. A village of your own needs a new one: set DATA_DIR to another folder.';
  return (
    `The village here is ${name}, and one Walnut runs one village. ` +
    `To rename it: npm run village -- "${name}" --rename "${wanted}"`
  );
}

function named(what: string, text: string | undefined): string | undefined {
  const words = text?.replace(/\s+/g, ' ').trim();
  if (words === undefined || (words === '' && what === 'The name')) return undefined;
  if (!/\p{L}/u.test(words) || [...words].length > PLACE_CHARS)
    throw new CommandUsage(`${what} has to be words, at most ${PLACE_CHARS} characters.\n  ${FOUND_EXAMPLE}`);
  return words;
}

/** PostgreSQL reads `+08:00` the other way round: only names will do. */
function parseTimeZone(text: string | undefined): string | undefined {
  if (text === undefined) return undefined;
  try {
    if (!/^[A-Za-z]/.test(text)) throw new RangeError();
    return new Intl.DateTimeFormat('en', { timeZone: text }).resolvedOptions().timeZone;
  } catch {
    throw new CommandUsage('--time-zone is the name of one, like Asia/Shanghai.');
  }
}

/** Money is counted in hundredths everywhere. */
function parseCurrency(text: string | undefined): string | undefined {
  if (text === undefined) return undefined;
  const code = text.toUpperCase();
  const isKnown = Intl.supportedValuesOf('currency').includes(code);
  const digits = isKnown
    ? new Intl.NumberFormat('en', { style: 'currency', currency: code }).resolvedOptions()
        .maximumFractionDigits
    : undefined;
  if (digits !== 2)
    throw new CommandUsage('--currency is the code of one that has hundredths, like CNY or EUR.');
  return code;
}
