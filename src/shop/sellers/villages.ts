import { pinyin } from 'pinyin-pro';
import type { Tx } from '../../db/client/client.ts';
import type { PersonId, VillageId } from '../../db/ids.ts';
import { inSavepoint, type Outcome, type TxContext } from '../../db/work.ts';

/** The facts of a new village; English names default to the names. */
export interface NewVillage {
  readonly name: string;
  readonly nameEn?: string | undefined;
  readonly county: string;
  readonly countyEn?: string | undefined;
  readonly province: string;
  readonly provinceEn?: string | undefined;
  /** An IANA name. */
  readonly timeZone?: string | undefined;
  /** An ISO 4217 code. */
  readonly currency?: string | undefined;
}

/** Changes of a village; omitted fields stay. */
export type VillageChanges = { readonly [Field in keyof NewVillage]?: NewVillage[Field] | undefined };

export interface Village {
  readonly id: VillageId;
  readonly slug: string;
  readonly name: string;
  readonly nameEn: string;
  readonly county: string;
  readonly countyEn: string;
  readonly province: string;
  readonly provinceEn: string;
  readonly story: string;
  readonly storyEn: string;
  readonly currency: string;
  readonly timeZone: string;
  readonly payee: string;
}

/** The demo's slug. A founded village has its county and province in its slug, and never gets this one. */
export const DEMO_SLUG = 'lingtou';

/** The longest that a village, a county or a province may be called, in characters. */
export const PLACE_CHARS = 40;

export type Founding = Outcome<{ readonly village: Village }, { readonly there: Village }>;

/** The village of this installation, and its founding. */
export const villages = (context: TxContext) => ({
  here: () => villageHere(context),
  /** … as this process knows it, for screens. */
  known: () => knownVillage(context.tx),
  isFounded: async (): Promise<boolean> => (await knownVillage(context.tx)) !== null,
  /** Founds the village where there is none; nothing for those who are not of the office. */
  async found(personId: PersonId, facts: NewVillage): Promise<Founding | undefined> {
    const isOfOffice = (await context.tx.person.count({ where: { id: personId, isOperator: true } })) > 0;
    return isOfOffice ? foundVillage(context, facts) : undefined;
  },
});

/** The one village that this installation has, if it has been founded. */
export const villageHere = ({ tx }: Pick<TxContext, 'tx'>): Promise<Village | null> =>
  tx.village.findFirst({ orderBy: { createdAt: 'asc' } });

/** The village as this process knows it, for screens: a change shows shortly afterwards. */
export const knownVillage = (tx: Tx): Promise<Village | null> =>
  tx.$facts.know('village', () => villageHere({ tx }));

/** Creates the village unless there is one; of two at the same moment the second gets the first one's. */
export function foundVillage(context: TxContext, facts: NewVillage): Promise<Founding> {
  return inSavepoint(context, async ({ tx, now }, refuse) => {
    await tx.$executeRaw`LOCK TABLE village IN SHARE ROW EXCLUSIVE MODE`;
    const there = await villageHere({ tx });
    if (there) return refuse({ there });
    const { name, county, province, timeZone, currency } = facts;
    const village = await tx.village.create({
      data: {
        slug: slugFor(facts),
        name,
        nameEn: facts.nameEn ?? name,
        county,
        countyEn: facts.countyEn ?? county,
        province,
        provinceEn: facts.provinceEn ?? province,
        story: '',
        storyEn: '',
        createdAt: now,
        ...(timeZone && { timeZone }),
        ...(currency && { currency }),
      },
    });
    return { village };
  });
}

/** Changes what is given of a village. A name that changes without an English one loses the old English one. */
export function updateVillage(
  { tx }: TxContext,
  village: Village,
  changes: VillageChanges,
): Promise<Village> {
  const { name = village.name, county = village.county, province = village.province } = changes;
  const { timeZone = village.timeZone, currency = village.currency } = changes;
  const english = (given: string | undefined, now: string, was: string, wasEn: string): string =>
    given ?? (now === was ? wasEn : now);
  return tx.village.update({
    where: { id: village.id },
    data: {
      name,
      nameEn: english(changes.nameEn, name, village.name, village.nameEn),
      county,
      countyEn: english(changes.countyEn, county, village.county, village.countyEn),
      province,
      provinceEn: english(changes.provinceEn, province, village.province, village.provinceEn),
      timeZone,
      currency,
    },
  });
}

/** `lingtoucun-fenyangshi-shanxisheng`: names of villages repeat, those of villages with county and province hardly. */
const slugFor = ({ name, county, province }: NewVillage): string =>
  [name, county, province].map(latin).join('-');

const latin = (text: string): string =>
  pinyin(text, { toneType: 'none', type: 'array', v: true, nonZh: 'consecutive' })
    .join('')
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}]+/gu, '');
