import { tap } from '../../../chat/dsl/action.ts';
import { type Reply, say } from '../../../chat/dsl/screen.ts';
import { flow, type Turn } from '../../flow.ts';
import { homeButton } from '../../screens/values.ts';

/** The switch of the morning brief, which the brief itself carries. */
export const brief = flow('brief', { taps: { 'brief/:on': turnBrief } });

async function turnBrief({ shop, person, params }: Turn<'on'>): Promise<Reply> {
  const isOn = params.on === 'yes';
  await shop.reminders.set(person.id, { brief: isOn });
  if (isOn) return [{ text: say('brief-started'), buttons: [[homeButton]] }];
  const again = { label: say('brief-again'), tap: tap('brief/:on', { on: 'yes' }) };
  return [{ text: say('brief-stopped'), buttons: [[again], [homeButton]] }];
}
