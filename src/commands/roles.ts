import { parseArgs } from 'node:util';
import { allRoles, type ProcessRole } from '../app/roles.ts';
import { CommandUsage } from './usage.ts';

/** The roles that `--roles` names: all where it does not. Throws a CommandUsage where one is unknown. */
export function parseRoles(args: string[]): readonly ProcessRole[] {
  const { values } = parseArgs({ args, options: { roles: { type: 'string' } }, strict: false });
  if (typeof values.roles !== 'string') return allRoles;
  const names = values.roles.split(',');
  const known = allRoles.filter((role) => names.includes(role));
  if (known.length !== names.length)
    throw new CommandUsage(`Roles are ${allRoles.join(', ')}: npm start -- serve --roles web,bots`);
  return known;
}
