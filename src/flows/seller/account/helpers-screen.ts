import { tap } from '../../../chat/dsl/action.ts';
import { type Button, type Message, type Screen, say } from '../../../chat/dsl/screen.ts';
import type { Member } from '../../../shop/sellers/members.ts';
import { type Right, rights } from '../../../shop/sellers/sellers.ts';
import { homeButton, personName } from '../../screens/values.ts';

/** A helper's rights as text. */
export function rightsText(allowed: readonly Right[]): Message {
  const [first, second, third] = allowed.map((right) => say(`right-${right}`));
  if (!first) return say('rights-none');
  if (!second) return first;
  return third ? say('rights-all') : say('rights-two', { first, second });
}

/** Everybody but the owner who looks: helpers with what they may do, and the other owners. */
export function helpersScreen(all: readonly Member[], ownId: string): Screen {
  const helpers = all.filter(({ personId }) => personId !== ownId);
  const buttons = helpers.map(({ personId, name, role, rights: allowed }): Button[] => [
    {
      label: say('helper-button', {
        name: personName(name),
        rights: role === 'owner' ? say('role-owner') : rightsText(allowed),
      }),
      tap: tap('helper/:person', { person: personId }),
    },
  ]);
  return {
    text: say(helpers.length === 0 ? 'helpers-none' : 'helpers-list'),
    buttons: [
      ...buttons,
      [
        {
          label: say('helper-invite'),
          tap: tap('helper-new/:rights', { rights: 'post+pack' }),
          tone: 'primary',
        },
      ],
      [homeButton],
    ],
  };
}

/** Rights as a button carries them: `post+pack`, `-` for none. */
const packed = (allowed: readonly Right[]): string => (allowed.length === 0 ? '-' : allowed.join('+'));

export const parseRights = (text: string): Right[] =>
  rights.filter((right) => text.split('+').includes(right));

/** Which rights the invite gives: each is switched by a tap, then the link is made. */
export function inviteScreen(allowed: readonly Right[]): Screen {
  const switches = rights.map((right): Button[] => {
    const isOn = allowed.includes(right);
    const next = rights.filter((one) => (one === right ? !isOn : allowed.includes(one)));
    return [
      {
        label: say(isOn ? 'right-on' : 'right-off', { right: say(`right-${right}`) }),
        tap: tap('helper-new/:rights', { rights: packed(next) }),
      },
    ];
  });
  const link: Button = {
    label: say('helper-link'),
    tap: tap('helper-link/:rights', { rights: packed(allowed) }),
    tone: 'success',
  };
  return {
    text: say('helper-which-rights'),
    buttons: [...switches, ...(allowed.length === 0 ? [] : [[link]]), [backToHelpers]],
  };
}

const backToHelpers: Button = { label: say('back'), tap: tap('helpers') };

export function helperScreen({ personId, name, role, rights: allowed }: Member): Screen {
  const switches = (role === 'owner' ? [] : rights).map((right): Button[] => {
    const isOn = allowed.includes(right);
    return [
      {
        label: say(isOn ? 'right-on' : 'right-off', { right: say(`right-${right}`) }),
        tap: tap('helper-right/:person/:right/:on', { person: personId, right, on: isOn ? 0 : 1 }),
      },
    ];
  });
  const drop: Button = {
    label: say(role === 'owner' ? 'owner-drop' : 'helper-drop'),
    tap: tap('helper-drop/:person', { person: personId }),
    tone: 'danger',
  };
  return {
    text: say('helper-title', {
      name: personName(name),
      rights: role === 'owner' ? say('role-owner') : rightsText(allowed),
    }),
    buttons: [...switches, [drop], [backToHelpers]],
  };
}

export const dropScreen = ({ personId, name }: Member): Screen => ({
  text: say('helper-drop-ask', { name: personName(name) }),
  buttons: [
    [
      {
        label: say('helper-drop-yes'),
        tap: tap('helper-drop-yes/:person', { person: personId }),
        tone: 'danger',
      },
    ],
    [backToHelpers],
  ],
});
