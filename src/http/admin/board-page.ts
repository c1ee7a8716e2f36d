import { type Html, html, joinHtml } from '../../chat/dsl/html.ts';
import type { I18n } from '../../chat/dsl/i18n.ts';
import { type Message, say } from '../../chat/dsl/screen.ts';
import { type DangerName, limits } from '../../health/dangers.ts';
import type { Figures } from '../../health/figures.ts';
import type { BoardState } from './board.ts';

/** The operator's page: promises first, then what calls for a person, then the day. No script; it reloads itself. */
export function boardPage(i18n: I18n, state: BoardState, done: Message | undefined): string {
  const word = (key: string, values: Message['values'] = {}): Html => i18n.show(say(key, values));
  const title = word('board-title');
  return html`<!doctype html>
<html lang="${i18n.locale}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="refresh" content="${RELOAD_S}; url=/admin"><meta name="robots" content="noindex">
<link rel="stylesheet" href="/admin/board.css"><title>${title}</title></head>
<body><header><h1>${title}</h1><p>${word('board-read', { at: { time: state.at } })}
 · <a href="/admin/queues">${word('board-queues')}</a> · <a href="/metrics">${word('board-metrics')}</a></p>
${done ? html`<p role="status" class="done">${i18n.show(done)}</p>` : ''}</header>
<main>${section(word('board-promises'), promises(word, state))}
${section(word('board-parked'), parked(word, state))}
${section(word('board-failed'), failed(word, state))}
${section(word('board-alerts'), alerts(word, state))}
${section(word('board-today'), today(word, state))}
${section(word('board-figures'), figures(word, state.figures))}</main></body></html>
`.markup;
}

/** How often the page asks again. */
const RELOAD_S = 15;

type Word = (key: string, values?: Message['values']) => Html;

const section = (title: Html, content: Html): Html => html`<section><h2>${title}</h2>${content}</section>`;

const table = (heads: readonly Html[], rows: readonly (readonly Html[])[]): Html =>
  html`<table><thead><tr>${each(heads, (head) => html`<th scope="col">${head}</th>`)}</tr></thead>
<tbody>${each(rows, (row) => html`<tr>${each(row, (cell) => html`<td>${cell}</td>`)}</tr>`)}</tbody></table>`;

const each = <T>(items: readonly T[], show: (item: T) => Html): Html => joinHtml(items.map(show), '');

const none = (word: Word): Html => html`<p class="none">${word('board-none')}</p>`;

/** A button that posts: without a script, and with nothing in its body. */
const post = (path: string, label: Html): Html =>
  html`<form method="post" action="${path}"><button>${label}</button></form>`;

function promises(word: Word, { figures: now, dangers }: BoardState): Html {
  const broken = new Set<string>(dangers.map(({ name }) => name));
  const rows = Object.entries(limits).map(([name, { figure, most }]) => [
    html`<span class="${broken.has(name) ? 'bad' : 'good'}">${broken.has(name) ? '✗' : '✓'}</span>`,
    word(`promise-${name as DangerName}`),
    html`${now[figure]}`,
    html`≤ ${most}`,
  ]);
  return table([html``, word('board-promise'), word('board-now'), word('board-limit')], rows);
}

function parked(word: Word, { parked: events }: BoardState): Html {
  if (events.length === 0) return none(word);
  const rows = events.map(({ id, name, channel, at }) => [
    html`${id}`,
    html`${name}`,
    html`${channel}`,
    word('board-when', { at: { time: at } }),
    joinHtml(
      [
        post(`/admin/parked/${id}/again`, word('board-again')),
        post(`/admin/parked/${id}/drop`, word('board-drop')),
      ],
      '',
    ),
  ]);
  const heads = ['board-number', 'board-who', 'board-channel', 'board-since'].map((key) => word(key));
  return table([...heads, html``], rows);
}

function failed(word: Word, { failed: jobs }: BoardState): Html {
  if (jobs.length === 0) return none(word);
  const rows = jobs.map(({ id, job, at }) => [
    html`${id}`,
    html`${job}`,
    word('board-when', { at: { time: at } }),
    post(`/admin/failed/${id}/again`, word('board-again')),
  ]);
  return table([word('board-number'), word('board-job'), word('board-since'), html``], rows);
}

function alerts(word: Word, { alerts: sending }: BoardState): Html {
  if (sending.length === 0) return none(word);
  const rows = sending.map(({ kind, dueAt, sent, left }) => [
    html`${kind}`,
    word('board-when', { at: { time: dueAt } }),
    html`${sent}`,
    html`${left}`,
  ]);
  return table([word('board-alert'), word('board-since'), word('board-sent'), word('board-left')], rows);
}

function today(
  word: Word,
  { today: { orders, buyers, earned, live, unanswered, asking } }: BoardState,
): Html {
  return html`<ul><li>${word('office-orders', { orders, buyers, earned: { money: earned } })}</li>
<li>${word('office-open', { untouched: unanswered, live })}</li><li>${word('board-asking', { asking })}</li></ul>`;
}

function figures(word: Word, now: Figures): Html {
  const rows = Object.entries(now).map(([name, value]) => [
    word(`figure-${name as keyof Figures}`),
    html`${value}`,
  ]);
  return table([word('board-figure'), word('board-now')], rows);
}
