import type { EventBody, Locale, Side } from '../../chat/dsl/event.ts';
import type { Engine } from '../../chat/engine/engine.ts';
import type { NotifyListener } from '../../chat/outbound/notify-listener.ts';
import type { AppContext, Visitor } from '../../chat/store/people.ts';
import type { MediaId, PersonId } from '../../db/ids.ts';

/** Its names, and the time zone that times on buttons are in. */
interface ShownVillage {
  readonly zh: string;
  readonly en: string;
  readonly timeZone: string;
}

/** What the page of an invite says. */
export interface FoundInvite {
  readonly to: 'seller' | 'helper' | 'office';
  readonly name: { readonly zh: string; readonly en: string };
}

/** What the web chat is built from. */
export interface WebDeps {
  readonly appContext: AppContext;
  readonly engine: Pick<Engine, 'accept'>;
  readonly listener: Pick<NotifyListener, 'watch'>;
  /** Shown in the page's head; nothing until the village is founded. */
  readonly village: () => Promise<ShownVillage | null>;
  /** Whom an invite is for, without spending it; nothing where it is spent or was never made. */
  readonly findInvite: (token: string) => Promise<FoundInvite | undefined>;
  /** Somebody of the village office who sells for nobody. */
  readonly isOffice: (person: PersonId) => Promise<boolean>;
  /** Whether a private photo concerns the person. */
  readonly maySee: (person: PersonId, media: MediaId) => Promise<boolean>;
  /** The shop's public key for push services, in base64url. */
  readonly pushKey: string;
  /** True in the demo; the page says so. */
  readonly isDemo: boolean;
  /** Whether somebody can write down what people say: the page offers its microphone. */
  readonly hearsVoice: boolean;
  /** For browsers that name no language. */
  readonly locale: Locale;
  /** True where people use https, also through a proxy that we do not trust to say so. */
  readonly isSecure: boolean;
  /** The public origin of the pages; undefined: the host of each request. */
  readonly publicUrl: string | undefined;
}

/** Hands a visitor's event to the engine; resolves when it is stored. */
export type Accept = (side: Side, visitor: Visitor, key: string, body: EventBody) => Promise<void>;
