import type { PersonId } from '../../db/ids.ts';
import type { TxContext } from '../../db/work.ts';
import { type WriterFigures, writerFigures } from '../catalogue/texts/writer-drafts.ts';

/** What operators see and decide of the writer and of the advertising law. */
export const writerOffice = (context: TxContext) => ({
  /** Texts of the last 30 days; undefined for those who are no operators. */
  figures: (personId: PersonId) => figures(context, personId),
  /** Whether words that the advertising law forbids keep a listing or a stream from being published. */
  blocksUnlawful: () => blocksUnlawful(context),
  /** False for those who are no operators. */
  setBlocksUnlawful: (personId: PersonId, to: boolean) => setBlocksUnlawful(context, personId, to),
});

const FIGURES_MS = 30 * 86_400_000;

const isOperator = async ({ tx }: TxContext, id: PersonId): Promise<boolean> =>
  (await tx.person.count({ where: { id, isOperator: true } })) > 0;

async function figures(context: TxContext, personId: PersonId): Promise<WriterFigures | undefined> {
  if (!(await isOperator(context, personId))) return undefined;
  return writerFigures(context, new Date(context.now.getTime() - FIGURES_MS));
}

async function blocksUnlawful({ tx }: TxContext): Promise<boolean> {
  const row = await tx.village.findFirst({
    orderBy: { createdAt: 'asc' },
    select: { blocksUnlawful: true },
  });
  return row?.blocksUnlawful ?? false;
}

async function setBlocksUnlawful(context: TxContext, personId: PersonId, to: boolean): Promise<boolean> {
  if (!(await isOperator(context, personId))) return false;
  await context.tx.village.updateMany({ data: { blocksUnlawful: to } });
  return true;
}
