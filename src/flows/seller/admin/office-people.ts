import { tap } from '../../../chat/dsl/action.ts';
import { type Button, type Message, type Reply, type Screen, say } from '../../../chat/dsl/screen.ts';
import type { NotDismissed } from '../../../shop/admin/people.ts';
import type { NotRemoved } from '../../../shop/sellers/members.ts';
import { flow, type Turn } from '../../flow.ts';
import { banButton, personName } from '../../screens/values.ts';
import { officeButton, officeOnly } from './office.ts';

/** Who looks after the village and who acts for a household: operators end either. */
export const officePeople = flow('office-people', {
  taps: {
    operators: showOperators,
    'operator/:person': askOperator,
    'operator-drop/:person': dropOperator,
    'members/:seller': showMembers,
    'member/:seller/:person': askMember,
    'member-drop/:seller/:person': dropMember,
  },
});

async function showOperators({ shop, person }: Turn<string>): Promise<Reply> {
  const all = await shop.admin.operators(person.id);
  if (!all) return officeOnly;
  const others = all.filter(({ id }) => id !== person.id);
  const buttons = others.map(({ id, name }): Button[] => [
    { label: say('drop-person', { name: personName(name) }), tap: tap('operator/:person', { person: id }) },
  ]);
  return [{ text: say('operators-title', { count: all.length }), buttons: [...buttons, [officeButton]] }];
}

async function askOperator({ shop, person, params }: Turn<'person'>): Promise<Reply> {
  const found = (await shop.admin.operators(person.id))?.find(({ id }) => id === params.person);
  if (!found) return officeOnly;
  return [dropQuestion(found.name, tap('operator-drop/:person', { person: found.id }))];
}

const dropQuestion = (name: string, action: string): Screen => ({
  text: say('drop-person-ask', { name: personName(name) }),
  buttons: [[{ label: say('drop-person-yes'), tap: action, tone: 'danger' }], [officeButton]],
});

async function dropOperator(turn: Turn<'person'>): Promise<Reply> {
  const removed = await turn.shop.admin.removeOperator(turn.person.id, turn.params.person);
  if (!removed) return officeOnly;
  const toast = removed.ok ? say('drop-person-done') : whyStays(removed.refusal);
  return [{ toast }, ...(await showOperators(turn))];
}

async function showMembers({ shop, person, params }: Turn<'seller'>): Promise<Reply> {
  const all = await shop.admin.members(person.id, params.seller);
  if (!all) return officeOnly;
  const buttons = all.map(({ personId, name }): Button[] => [
    {
      label: say('drop-person', { name: personName(name) }),
      tap: tap('member/:seller/:person', { seller: params.seller, person: personId }),
    },
    banButton(personId),
  ]);
  return [{ text: say('members-title', { count: all.length }), buttons: [...buttons, [officeButton]] }];
}

async function askMember({ shop, person, params }: Turn<'seller' | 'person'>): Promise<Reply> {
  const { seller } = params;
  const found = (await shop.admin.members(person.id, seller))?.find(
    ({ personId }) => personId === params.person,
  );
  if (!found) return officeOnly;
  const action = tap('member-drop/:seller/:person', { seller, person: found.personId });
  return [dropQuestion(found.name, action)];
}

async function dropMember(turn: Turn<'seller' | 'person'>): Promise<Reply> {
  const { seller, person } = turn.params;
  const removed = await turn.shop.admin.removeMember(turn.person.id, seller, person);
  if (!removed) return officeOnly;
  const toast = removed.ok ? say('drop-person-done') : whyStays(removed.refusal);
  return [{ toast }, ...(await showMembers(turn))];
}

/** Why somebody could not be removed. */
export function whyStays(refusal: NotRemoved | NotDismissed | 'not-an-owner'): Message {
  switch (refusal) {
    case 'oneself':
      return say('drop-person-not');
    case 'last-owner':
      return say('drop-person-last');
    case 'not-a-member':
    case 'not-an-operator':
    case 'not-an-owner':
      return say('office-gone');
  }
}
