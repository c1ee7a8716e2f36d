import { pino } from 'pino';
import { webChannel } from '../../../src/bots/web/channel.ts';
import { webChat } from '../../../src/bots/web/plugin.ts';
import type { Flow } from '../../../src/chat/dsl/flow.ts';
import { loadI18n } from '../../../src/chat/dsl/i18n.ts';
import { createEngine, type Engine } from '../../../src/chat/engine/engine.ts';
import {
  listenAt,
  type NotifyListener,
  openNotifyListener,
} from '../../../src/chat/outbound/notify-listener.ts';
import { systemClock } from '../../../src/data.ts';
import { createCipher } from '../../../src/db/crypto/cipher.ts';
import type { MediaId, PersonId } from '../../../src/db/ids.ts';
import type { AppContext } from '../../../src/db/work.ts';
import { buildServer } from '../../../src/http/server.ts';
import { people } from '../../../src/shop/customers/people.ts';
import { freshDatabase } from '../../support/database.ts';
import { testDoors } from '../../support/doors.ts';
import { type Pantry, type Stall, scripted } from './scripted.ts';

/** A web chat over real HTTP: the real engine and database, with a small conversation of its own. */
export interface House extends AsyncDisposable {
  readonly url: string;
  readonly appContext: AppContext;
  readonly engine: Engine;
  readonly wake: NotifyListener;
  readonly pantry: Pantry;
  /** Whom each private photo concerns. */
  readonly seers: Map<MediaId, PersonId>;
  /** Who belongs to the village office. */
  readonly officers: Set<PersonId>;
  /** Opens the doors on the same port after `shut`. */
  reopen(): Promise<void>;
  /** Nobody answers any more; nothing is lost. */
  shut(): Promise<void>;
}

export interface HouseParts {
  readonly isSecure?: boolean;
  readonly publicUrl?: string;
  readonly hearsVoice?: boolean;
  readonly flow?: (pantry: Pantry) => Flow<Stall>;
}

export async function openHouse({
  isSecure = false,
  publicUrl,
  hearsVoice = false,
  flow = scripted,
}: HouseParts = {}): Promise<House> {
  const database = await freshDatabase();
  const log = pino({ level: 'fatal' });
  const appContext: AppContext = {
    db: database.db,
    cipher: createCipher(Buffer.alloc(32, 7)),
    clock: systemClock,
  };
  const wake = await openNotifyListener(listenAt(database.url, log));
  const pantry: Pantry = { photos: [], joined: [], gate: Promise.resolve() };
  const flows = [flow(pantry)];
  const engine = createEngine<Stall>({
    entryLinks: testDoors,
    appContext,
    i18n: loadI18n('Asia/Shanghai'),
    channels: [webChannel('buyer', appContext), webChannel('seller', appContext)],
    flows: { buyer: flows, seller: flows },
    maxConcurrentTurns: 6,
    shop: (context) => ({ ...pantry, speak: people(context).setLocale }),
    onParked: async () => undefined,
    locale: 'zh',
    log,
  });
  const village = async () => ({ zh: '岭头村', en: 'Lingtou', timeZone: 'Asia/Shanghai' });
  const seers = new Map<MediaId, PersonId>();
  const officers = new Set<PersonId>();
  const maySee = async (person: PersonId, media: MediaId) => seers.get(media) === person;
  const web = webChat({
    maySee,
    findInvite: async () => ({ to: 'seller', name: { zh: '王秀英家', en: 'Wang' } }),
    isOffice: async (person) => officers.has(person),
    appContext,
    engine,
    listener: wake,
    village,
    pushKey: 'BPushKeyOfTheHouse',
    isDemo: true,
    hearsVoice,
    locale: 'zh',
    isSecure,
    publicUrl,
  });
  const open = () =>
    buildServer({
      log,
      trustProxy: false,
      isSecure,
      isHealthy: async () => true,
      isAway: () => false,
      routes: [web],
    });

  let app = await open();
  const url = await app.listen({ host: '127.0.0.1', port: 0 });
  const port = Number(new URL(url).port);
  return {
    url,
    appContext,
    engine,
    wake,
    pantry,
    seers,
    officers,
    shut: () => app.close(),
    async reopen() {
      app = await open();
      await app.listen({ host: '127.0.0.1', port });
    },
    async [Symbol.asyncDispose]() {
      await app.close();
      await engine.stop();
      await wake.stop();
      await database.drop();
    },
  };
}
