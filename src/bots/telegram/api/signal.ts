import type { Api } from 'grammy';

type ClientSignal = NonNullable<Parameters<Api['getMe']>[0]>;

/** Both clients' types name the AbortSignal of a package from before Node had its own; they take Node's. */
export const clientSignal = (signal: AbortSignal): ClientSignal => signal as unknown as ClientSignal;
