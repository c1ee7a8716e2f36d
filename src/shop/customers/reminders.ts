import type { PersonId } from '../../db/ids.ts';
import type { TxContext } from '../../db/work.ts';

/** What a person hears of by itself. */
export interface Reminders {
  /** What could not be said when it happened: each morning, on Sundays, or never. */
  readonly digest: 'daily' | 'weekly' | 'off';
  /** A cart left behind. */
  readonly cart: boolean;
  /** Whether a parcel has come. */
  readonly parcel: boolean;
  /** A seller's morning brief. */
  readonly brief: boolean;
  /** The day for which a harvest was promised. */
  readonly harvest: boolean;
  /** What they reserved or asked to be called for, in their quiet hours too. */
  readonly atNight: boolean;
}

/** What one more tap makes of the digest. */
export const nextDigest = { daily: 'weekly', weekly: 'off', off: 'daily' } as const satisfies Record<
  Reminders['digest'],
  Reminders['digest']
>;

export const reminders = ({ tx }: TxContext) => ({
  async of(id: PersonId): Promise<Reminders> {
    const row = await tx.person.findUniqueOrThrow({ where: { id } });
    return {
      digest: row.digest === 'weekly' || row.digest === 'off' ? row.digest : 'daily',
      cart: row.wantsCartReminder,
      parcel: row.wantsParcelReminder,
      brief: row.wantsBrief,
      harvest: row.wantsHarvestReminder,
      atNight: row.wantsReservedAtNight,
    };
  },
  async set(id: PersonId, to: Partial<Reminders>): Promise<void> {
    const { digest, cart, parcel, brief, harvest, atNight } = to;
    await tx.person.update({
      where: { id },
      data: {
        ...(digest && { digest }),
        ...(cart !== undefined && { wantsCartReminder: cart }),
        ...(parcel !== undefined && { wantsParcelReminder: parcel }),
        ...(brief !== undefined && { wantsBrief: brief }),
        ...(harvest !== undefined && { wantsHarvestReminder: harvest }),
        ...(atNight !== undefined && { wantsReservedAtNight: atNight }),
      },
    });
  },
});
