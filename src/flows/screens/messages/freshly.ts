import type { ReplyPart } from '../../../chat/dsl/screen.ts';

/** Said as a new message below the others, and not in place of the one that was tapped. */
export const freshly = (part: ReplyPart): ReplyPart => ('text' in part ? { ...part, fresh: true } : part);
