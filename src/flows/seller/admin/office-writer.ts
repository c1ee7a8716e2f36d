import { tap } from '../../../chat/dsl/action.ts';
import { type Reply, say } from '../../../chat/dsl/screen.ts';
import { fen } from '../../../shop/values/money.ts';
import { flow, type Turn } from '../../flow.ts';
import { moneyValue } from '../../screens/values.ts';
import { officeButton, officeOnly } from './office.ts';

/** What the writer costs, how often its texts are taken, and whether unlawful words are warned of or blocked. */
export const officeWriter = flow('office-writer', {
  taps: { 'office-writer': show, 'law-block/:on': setBlock },
});

const MICROS_PER_FEN = 10_000;

async function show({ shop, person }: Turn<string>): Promise<Reply> {
  const figures = await shop.writerOffice.figures(person.id);
  if (!figures) return officeOnly;
  const { shown, used, byModel, photosNamed, namesUsed, costMicros } = figures;
  const blocks = await shop.writerOffice.blocksUnlawful();
  return [
    {
      text: [
        say('office-writer-title'),
        say('office-writer-texts', { shown, used, byModel }),
        say('office-writer-photos', { named: photosNamed, used: namesUsed }),
        say('office-writer-cost', { cost: moneyValue(fen(Math.round(costMicros / MICROS_PER_FEN))) }),
        say(blocks ? 'office-law-blocks' : 'office-law-warns'),
      ],
      buttons: [
        [
          {
            label: say(blocks ? 'office-law-warn' : 'office-law-block'),
            tap: tap('law-block/:on', { on: blocks ? 'no' : 'yes' }),
          },
        ],
        [officeButton],
      ],
    },
  ];
}

async function setBlock(turn: Turn<'on'>): Promise<Reply> {
  const isSet = await turn.shop.writerOffice.setBlocksUnlawful(turn.person.id, turn.params.on === 'yes');
  return isSet ? show(turn) : officeOnly;
}
