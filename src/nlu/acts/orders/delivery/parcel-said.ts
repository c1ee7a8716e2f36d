import { pattern } from '../../act-patterns.ts';
import { plainWords } from '../../phrases.ts';

// 快递来了告诉我: what is said of a parcel asks to hear of no goods, and of no stream.

export const isOfDelivery = (message: string): boolean => pattern.onDelivery.test(plainWords(message));

/** 到了打声招呼, text me once it arrives: for whoever brings it. */
export const tellsOfParcel = (message: string): boolean => {
  const said = plainWords(message);
  // Let me know what delivery costs: that is asked.
  if ([pattern.feeWords, pattern.priced, pattern.howLong].some((one) => one.test(said))) return false;
  // … and let me know where it is, too.
  if (/到哪|在哪|\b(?:where|whether|if (?:it|my|the|they))\b/u.test(said)) return false;
  return pattern.onDelivery.test(said) && (pattern.tells.test(said) || pattern.tellsOfParcel.test(said));
};

/** What waits for goods or for a stream, by its name as a command and as a plain sentence. */
export const isAlert = (name: string): boolean => ALERTS.has(name);
const ALERTS: ReadonlySet<string> = new Set(['notify', 'streamRemind', 'remind']);
