import { moment } from './words.js';
import { isElsewhere } from './zone.js';

const TAGS = new Set(['b', 'i', 'u', 's', 'code']);
/** @type {Record<string, string>} */
const ENTITIES = { '&amp;': '&', '&lt;': '<', '&gt;': '>', '&quot;': '"' };

/**
 * The shop's markup as nodes: b, i, u, s, code, links and moments alone, which are said in the reader's own time. No HTML parser sees it, and what is neither stays text.
 * @param {string} html
 */
export function markup(html) {
  const fragment = document.createDocumentFragment();
  /** @type {{ name: string, node: DocumentFragment | HTMLElement }[]} */
  const open = [{ name: '', node: fragment }];
  for (const token of html.split(/(<[^<>]*>)/)) {
    const here = open[open.length - 1]?.node ?? fragment;
    const started = startOf(token);
    if (started) {
      here.append(started.node);
      open.push(started);
    } else if (open.length > 1 && token === `</${open[open.length - 1]?.name}>`) open.pop();
    else if (token !== '') here.append(readable(token));
  }
  for (const time of fragment.querySelectorAll('time[datetime]')) showMoment(time);
  for (const zone of fragment.querySelectorAll('[data-zone]')) showZone(zone);
  return fragment;
}

/** @param {string} html */
export const plainText = (html) => markup(html).textContent ?? '';

/** @param {string} text */
const readable = (text) => text.replace(/&(amp|lt|gt|quot);/g, (entity) => ENTITIES[entity] ?? entity);

/** @param {string} token */
function startOf(token) {
  const name = /^<([a-z]+)>$/.exec(token)?.[1];
  if (name && TAGS.has(name)) return { name, node: document.createElement(name) };
  const at = /^<time datetime="([\d:.TZ-]{20,30})">$/.exec(token)?.[1];
  if (at) return { name: 'time', node: timeAt(at) };
  const zone = /^<time data-zone="([\w/+-]{2,40})">$/.exec(token)?.[1];
  if (zone) return { name: 'time', node: zoneOf(zone) };
  const href = /^<a href="([^"]*)">$/.exec(token)?.[1];
  return href === undefined ? undefined : { name: 'a', node: link(readable(href)) };
}

/** @param {string} at */
function timeAt(at) {
  const node = document.createElement('time');
  node.dateTime = at;
  return node;
}

/** @param {string} timeZone */
function zoneOf(timeZone) {
  const node = document.createElement('time');
  node.dataset.zone = timeZone;
  return node;
}

/** @param {Element} node in the reader's own time */
function showMoment(node) {
  node.textContent = moment(new Date(node.getAttribute('datetime') ?? ''));
}

/** Who lives by the same clock need not be told whose it is. @param {Element} node */
function showZone(node) {
  if (!isElsewhere(node.getAttribute('data-zone') ?? undefined)) node.remove();
}

/** @param {string} href */
export function link(href) {
  const node = document.createElement('a');
  if (/^(https?|tel|mailto):/i.test(href) || /^\/(?!\/)/.test(href)) {
    node.href = href;
    node.target = '_blank';
    node.rel = 'noopener noreferrer';
  }
  return node;
}

/** @param {string} text */
export const escapeText = (text) =>
  text.replace(
    /[&<>"]/g,
    (sign) => Object.entries(ENTITIES).find(([, plain]) => plain === sign)?.[0] ?? sign,
  );
