/** What a process does: `npm start` all of it. */
export type ProcessRole = 'web' | 'bots' | 'jobs';
export const allRoles: readonly ProcessRole[] = ['web', 'bots', 'jobs'];
