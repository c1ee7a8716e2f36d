import { tap } from '../../../src/chat/dsl/action.ts';
import { createFlowBuilder, type Flow, type Turn } from '../../../src/chat/dsl/flow.ts';
import { escapeHtml, html } from '../../../src/chat/dsl/html.ts';
import type { Button, Reply, Screen } from '../../../src/chat/dsl/screen.ts';
import type { MediaId } from '../../../src/db/ids.ts';

/** What the scripted conversation knows and remembers. */
export interface Pantry {
  /** Ids of photos that are shown in turn. */
  readonly photos: MediaId[];
  /** What followed `/start`. */
  readonly joined: string[];
  /** Every turn waits for it, so that a test can look at what is shown meanwhile. */
  gate: Promise<void>;
}

const button = (label: string, action: string): Button => ({ label: escapeHtml(label), tap: action });
const say = (text: string, more: Partial<Screen> = {}): Screen => ({ text: escapeHtml(text), ...more });

/** The pantry as a turn may use it. */
export interface Stall extends Pantry {
  speak(person: string, locale: 'zh' | 'en'): Promise<void>;
}

/** A stall in the village: greets, shows walnuts, counts them up and down in place, echoes what it is told. */
export const scripted = (pantry: Pantry): Flow<Stall> =>
  createFlowBuilder<Stall>()('stall', {
    commands: { start, language, orders: () => [say('没有订单')], cart: () => [say('空的')] },
    taps: {
      home: start,
      person: start,
      walnuts: (turn) => count(turn, 1),
      'count/:n': (turn) => count(turn, Number(turn.params.n)),
      'buy/:n': (turn) => [
        { toast: escapeHtml(`已下单 ${turn.params.n} 斤`) },
        say(`✅ 已下单：核桃 ${turn.params.n} 斤`, { buttons: [[button('首页', tap('home'))]] }),
      ],
      broken: () => {
        throw new Error('broken on purpose');
      },
    },
    onMessage: {
      text: async ({ text }) => {
        await pantry.gate;
        return [say(`收到：${text}`)];
      },
      voice: ({ body }) => [say(body.is === 'voice' ? `语音：${body.seconds} 秒` : '')],
      photos: async ({ photos, text, keepPhoto }) => {
        const [file] = photos;
        const photo = file && (await keepPhoto(file));
        return [say(`照片：${text || '没有说明'}`, { photo, fresh: true })];
      },
    },
  });

async function start({ shop, params, person }: Turn<Stall, never> | Turn<Stall, 'rest'>): Promise<Reply> {
  await shop.gate;
  if ('rest' in params && typeof params.rest === 'string' && params.rest) shop.joined.push(params.rest);
  const isChinese = person.locale === 'zh';
  const text = isChinese
    ? html`👋 欢迎来到<b>岭头村</b>，村里人自己种、自己卖。\n想买什么直接说，比如「核桃 5斤」；也可以点下面的按钮。`
    : html`👋 Welcome to <b>Lingtou</b>, where neighbours sell what they grow.\nSay what you would like, such as “walnuts 2 kg”, or tap a button.`;
  const rows = isChinese
    ? [
        ['🛍 看看有什么', '🧺 购物车'],
        ['📦 我的订单', '🌐 English'],
      ]
    : [
        ['🛍 See what there is', '🧺 Cart'],
        ['📦 My orders', '🌐 中文'],
      ];
  const buttons = rows.map((row) => row.map((label) => button(label, tap('walnuts'))));
  return [{ text, buttons }];
}

function count({ shop }: Turn<Stall, string>, n: number): Reply {
  const text = html`<b>老树薄皮核桃</b>　15.00 元/斤\n王秀兰家 · 9 月 20 日采收\n还有 120 斤\n\n要 <b>${n} 斤</b>，一共 ${n * 15}.00 元`;
  const step = (by: number): Button =>
    button(by > 0 ? '＋' : '－', tap('count/:n', { n: Math.max(1, n + by) }));
  const buttons: Button[][] = [
    [step(-1), { label: escapeHtml(`${n} 斤`), dead: true }, step(1)],
    [{ ...button('下单', tap('buy/:n', { n })), tone: 'primary' }],
    [
      { label: escapeHtml('看直播'), url: 'https://example.org/live' },
      { ...button('算了', tap('home')), tone: 'danger' },
    ],
  ];
  return [{ text, photo: shop.photos[0], buttons }];
}

async function language(turn: Turn<Stall, 'rest'>): Promise<Reply> {
  const locale = turn.params.rest === 'en' ? 'en' : 'zh';
  await turn.shop.speak(turn.person.id, locale);
  const greeting = await start({ ...turn, params: { rest: '' }, person: { ...turn.person, locale } });
  return [{ toast: escapeHtml(locale === 'en' ? 'English it is' : '说中文') }, ...greeting];
}
