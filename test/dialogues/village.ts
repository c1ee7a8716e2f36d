import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { startProcess, type WalnutProcess } from '../support/process.ts';
import { enter, type Person } from './person.ts';

/** The demo village in a process of its own. */
export interface Village extends AsyncDisposable {
  readonly url: string;
  office(): Promise<Person>;
  /** A new household, and the link by which it joins. */
  inviteFamily(): Promise<{ readonly name: string; readonly link: string }>;
  linkIn(words: string): string | undefined;
}

const LINK = /https?:\/\/\S+\/join\/[\w-]{10,60}/g;
const SIGNS = '甲乙丙丁戊己庚辛壬癸';

/** The demo prints a seller's link and the office's; both are there a moment after it says that it runs. */
async function joinLinks(demo: WalnutProcess): Promise<string[]> {
  for (let tries = 0; tries < 300; tries += 1) {
    const links = demo.output().match(LINK) ?? [];
    if (links.length > 1) return links;
    await pause(100);
  }
  throw new Error(`no links to join by:\n${demo.output()}`);
}

export async function openVillage(): Promise<Village> {
  const data = await mkdtemp(join(tmpdir(), 'walnut-dialogues-'));
  const demo = await startProcess(
    { DATA_DIR: data, PORT: '0', HOST: '127.0.0.1', HOME: process.env.HOME ?? '' },
    ['serve'],
  );
  const links = await joinLinks(demo);
  const url = new URL(links[0] ?? 'http://127.0.0.1').origin;
  let clerk: Promise<Person> | undefined;
  let families = 0;
  let queue: Promise<unknown> = Promise.resolve();
  const office = (): Promise<Person> => (clerk ??= enter(url, 'seller', 'zh', links[1]));

  async function invite(): Promise<{ name: string; link: string }> {
    families += 1;
    const name = `试${SIGNS[families % 10]}${families}家`;
    const person = await office();
    const [link = ''] = person.seen(await person.say(`/invite ${name}`)).words.match(LINK) ?? [];
    return { name, link };
  }

  return {
    url,
    office,
    inviteFamily() {
      const turn = queue.then(invite);
      queue = turn.catch(() => undefined);
      return turn;
    },
    linkIn: (words) => words.match(LINK)?.[0],
    async [Symbol.asyncDispose]() {
      await (await clerk)?.leave();
      await demo.kill('SIGTERM');
      await rm(data, { recursive: true, force: true });
    },
  };
}
