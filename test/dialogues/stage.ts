import { setTimeout as pause } from 'node:timers/promises';
import { type Expectation, faults, orderNumbers, pattern, type Seen } from './expect.ts';
import { enter, type Person } from './person.ts';
import type { Dialogue, Step } from './screenplay.ts';
import type { Village } from './village.ts';

export interface Played {
  readonly dialogue: Dialogue;
  /** What was wrong; nothing where the dialogue passes. */
  readonly wrong: readonly string[];
}

const ADDRESS = {
  zh: '王芳 13800001234 山西省太原市迎泽区桃园路1号',
  en: 'Anna Li, 13800001234, 5 Zhongshan Road, Harbin',
};

/** Plays a dialogue with people of its own, over the web chat. */
export async function play(village: Village, dialogue: Dialogue): Promise<Played> {
  const stage = createStage(village, dialogue);
  try {
    if (dialogue.address) await stage.giveAddress();
    for (const step of [...dialogue.setup, ...dialogue.steps, ...dialogue.after]) await stage.act(step);
  } catch (error) {
    stage.wrong.push(`broke: ${error instanceof Error ? error.message : String(error)}`);
  }
  await stage.leave();
  return { dialogue, wrong: stage.wrong };
}

function createStage(village: Village, { side, lang, address }: Dialogue) {
  const people = new Map<string, Person>();
  const marks = new Map<string, number>();
  const last = new Map<string, number>();
  const orders: string[] = [];
  const wrong: string[] = [];
  let items: string[] = [];
  let family = '';
  let link: string | undefined;

  async function person(role: string): Promise<Person> {
    const known = role === 'office' ? await village.office() : people.get(role);
    if (known) return known;
    const isSeller = role.startsWith('seller') || role.startsWith('helper');
    const invited = isSeller && !link ? await village.inviteFamily() : undefined;
    if (invited) family = invited.name;
    const entered = await enter(
      village.url,
      isSeller ? 'seller' : 'buyer',
      lang,
      invited?.link ?? (isSeller ? link : undefined),
    );
    people.set(role, entered);
    return entered;
  }

  const fill = (text: string): string =>
    text
      .replace(/\{order(\d?)\}/g, (_, n) => (n ? orders[Number(n) - 1] : orders.at(-1)) ?? 'A-0000')
      .replace(/\{item(\d)\}/g, (_, n) => items[Number(n) - 1] ?? `(no item ${n})`)
      .replace(/\{(zhday|enday|date):\+(\d+)\}/g, (_, what, days) => dayWords(what, Number(days)))
      .replace(/\{family\}/g, family);

  const filled = (one: Expectation | undefined): Expectation | undefined =>
    one &&
    (JSON.parse(JSON.stringify(one), (_, value) =>
      typeof value === 'string' ? fill(value) : value,
    ) as Expectation);

  const note = (seen: Seen): void => {
    for (const number of orderNumbers(seen)) if (!orders.includes(number)) orders.push(number);
  };

  async function tapped(
    who: Person,
    { tap = [], optional, older, within }: Step,
    from: number,
  ): Promise<number> {
    const end = Date.now() + (within ?? (optional ? 0 : 1_500));
    do {
      for (const source of tap) {
        const found = who.button(pattern(fill(source)), optional && !older ? from : 0);
        if (found) return who.tap(found);
      }
      await pause(40);
    } while (Date.now() < end);
    if (!optional) wrong.push(`no button /${tap.join('/ or /')}/`);
    return who.now();
  }

  async function typed(who: Person, source: string): Promise<number> {
    const found = who.button(pattern(fill(source)));
    if (!found) wrong.push(`no button /${source}/ to type`);
    return found ? who.say(found.label.replace(/^[^\p{L}\p{N}]+/u, '').trim()) : who.now();
  }

  /** The list; of several orders, and of a seller's, each one opened. */
  async function looked(who: Person, what: string): Promise<number> {
    const since = await who.say(`/${what}`);
    const numbers = what === 'orders' ? orderNumbers(who.seen(since)) : [];
    if (numbers.length < 2 && side === 'buyer' && /¥/.test(who.seen(since).words)) return since;
    for (const number of numbers) {
      const found = who.button(new RegExp(number));
      if (found) await who.tap(found);
    }
    return since;
  }

  async function did(who: Person, step: Step, role: string): Promise<number> {
    if (step.wait) await pause(step.wait);
    if (step.say !== undefined) return who.say(fill(step.say));
    if (step.photo !== undefined) return who.photo(fill(step.photo));
    if (step.tap !== undefined) return tapped(who, step, last.get(role) ?? 0);
    if (step.type !== undefined) return typed(who, step.type);
    if (step.read !== undefined) return looked(who, step.read);
    return marks.get(role) ?? 0;
  }

  return {
    wrong,
    async giveAddress(): Promise<void> {
      const who = await person('buyer');
      await who.say('/addresses');
      const add = who.button(/加|新|add|new/i);
      if (add) await who.tap(add);
      await who.say(typeof address === 'string' ? address : ADDRESS[lang]);
      await who.say('/start');
    },
    async act(step: Step): Promise<void> {
      const role = step.as ?? side;
      const who = await person(role);
      const since = await did(who, step, role);
      if (!step.optional || who.now() > since) last.set(role, since);
      const end = Date.now() + (step.within ?? 400);
      let found = faults(filled(step.expect), who.seen(since));
      while (found.length > 0 && Date.now() < end) {
        await pause(40);
        found = faults(filled(step.expect), who.seen(since));
      }
      note(who.seen(0));
      if (step.list) {
        const seen = who.seen(since);
        items = [
          ...new Set(`${seen.words} ${seen.labels.join(' ')}`.match(new RegExp(step.list, 'gi')) ?? []),
        ];
      }
      if (step.link) link = village.linkIn(who.seen(since).words);
      marks.set(role, who.now());
      wrong.push(
        ...found.map(
          (fault) => `"${step.say ?? step.photo ?? step.tap?.[0] ?? step.read ?? 'heard'}": ${fault}`,
        ),
      );
    },
    async leave(): Promise<void> {
      for (const one of people.values()) await one.leave();
    },
  };
}

/** The day so many days from now in the village: how people name it, or a pattern for how it may be written. */
function dayWords(what: string, days: number): string {
  const at = new Date(Date.now() + days * 86_400_000);
  const part = (locale: string, options: Intl.DateTimeFormatOptions): string =>
    new Intl.DateTimeFormat(locale, { timeZone: 'Asia/Shanghai', ...options }).format(at);
  if (what === 'enday') return part('en', { weekday: 'long' });
  if (what === 'zhday') return part('zh-CN', { weekday: 'short' });
  const [month, day, short] = [
    part('en', { month: 'numeric' }),
    part('en', { day: 'numeric' }),
    part('en', { month: 'short' }),
  ];
  return `(?:${month}月${day}[日号]|\\b${day}(?:th|st|nd|rd)? ${short}|${short}\\w* ${day}\\b)`;
}
