import { type Screen, say } from '../../../chat/dsl/screen.ts';
import type { Changes } from '../../../health/warnings.ts';

/** To operators: what is not as it should be, what they can do, and what is well again. */
export const dangerNotice = ({ begun, over }: Changes): Screen => ({
  text: [
    ...begun.map(({ name, value }) => say(`danger-${name}`, { value })),
    ...over.map((name) => say('danger-over', { what: say(`promise-${name}`) })),
  ],
});

/** To operators: last night's backup is missing. */
export const backupFailedNotice = (why: string): Screen => ({ text: say('backup-failed', { why }) });
