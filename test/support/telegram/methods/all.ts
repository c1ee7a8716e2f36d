import { albums } from './albums.ts';
import { answering } from './answering.ts';
import { chats } from './chats.ts';
import { deleting } from './deleting.ts';
import { editing } from './editing.ts';
import { fetching } from './fetching.ts';
import { invoices } from './invoices.ts';
import type { MethodCall, Methods } from './method.ts';
import { profile } from './profile.ts';
import { receiving } from './receiving.ts';
import { sending } from './sending.ts';

const methods: Methods = {
  ...receiving,
  ...sending,
  ...albums,
  ...invoices,
  ...editing,
  ...deleting,
  ...answering,
  ...fetching,
  ...profile,
  ...chats,
};

const byName = new Map<string, (call: MethodCall) => unknown>(
  Object.entries(methods).map(([name, act]) => [name.toLowerCase(), act]),
);

/** Telegram does not mind how a method's name is spelt. */
export const methodNamed = (name: string): ((call: MethodCall) => unknown) | undefined =>
  byName.get(name.toLowerCase());
