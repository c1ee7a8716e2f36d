/** @import { Button, ShownMessage } from './types.js' */

import { fileUrl, photoUrl } from './api.js';
import { el, icon } from './dom.js';
import { labelNodes } from './emoji.js';
import { link, markup, plainText } from './markup.js';
import { photoKey, smallPicture } from './photo.js';
import { toast } from './toast.js';
import { clockTime, word } from './words.js';

/**
 * What a bubble shows; one that is still on its way has no id.
 * @typedef {object} Bubble
 * @property {string} [id]
 * @property {boolean} mine
 * @property {string} html
 * @property {string} [photo] an address
 * @property {string[]} [pictures] addresses of small ones, side by side
 * @property {{ label: string, href: string }} [file]
 * @property {Button[][]} buttons
 * @property {Date} at
 * @property {'sending' | 'sent' | 'failed'} [state] of one's own
 */

/** @param {ShownMessage} message @returns {Bubble} */
export const bubbleOf = ({ id, mine, html, photo, pictures, file, buttons, at }) => ({
  id,
  mine,
  html,
  buttons,
  at: new Date(at),
  ...(photo && { photo: photoUrl(photo) }),
  ...(!photo && pictures && { pictures: pictures.map(photoUrl) }),
  ...(file && { file: { label: file.name, href: fileUrl(file.id) } }),
  ...(mine && { state: 'sent' }),
});

/** @param {Bubble} bubble */
export const hasKeys = ({ buttons, file }) => buttons.length > 0 || file !== undefined;

/**
 * Fills `article` with the bubble; its buttons are for whoever knows whether they are shown (folding.js).
 * @param {HTMLElement} article
 * @param {Bubble} bubble
 * @param {string} shop the name under which the shop speaks
 */
export function showBubble(article, bubble, shop) {
  article.className = `message ${bubble.mine ? 'mine' : 'theirs'}`;
  article.classList.toggle('has-keys', hasKeys(bubble));
  article.classList.toggle('has-photo', bubble.photo !== undefined);
  article.replaceChildren(bodyOf(bubble, shop));
}

/** @param {Bubble} bubble @param {string} shop */
function bodyOf(bubble, shop) {
  const body = el('div', { class: bubble.html ? 'bubble' : 'bubble wordless' });
  body.append(el('span', { class: 'unseen' }, `${bubble.mine ? word('you') : shop}: `));
  if (bubble.photo) body.append(photoKey(bubble.photo, captionOf(bubble)));
  if (bubble.pictures) body.append(el('div', { class: 'strip' }, ...bubble.pictures.map(smallPicture)));
  const meta = metaOf(bubble);
  if (bubble.html) body.append(el('div', { class: 'text' }, markup(bubble.html), meta));
  else body.append(meta);
  return body;
}

/** @param {Bubble} bubble */
function metaOf({ at, state }) {
  const time = el('time', { datetime: at.toISOString() }, clockTime(at));
  const meta = el('span', { class: 'meta' }, time);
  if (!state) return meta;
  if (state === 'failed') {
    meta.append(el('button', { type: 'button', class: 'retry' }, icon('alert'), word('not-sent')));
    return meta;
  }
  meta.append(icon(state === 'sent' ? 'check' : 'clock'), el('span', { class: 'unseen' }, word(state)));
  return meta;
}

/** @param {Bubble} bubble */
const captionOf = ({ html }) => plainText(html).split('\n')[0] || word('photo');

/** @param {Bubble} bubble */
export function keysOf({ file, buttons }) {
  const rows = buttons.map(rowOf);
  if (file) rows.unshift(el('div', { class: 'row' }, fileKey(file)));
  return el('div', { class: 'keys' }, ...rows);
}

/** @param {Button[]} row */
const rowOf = (row) => el('div', { class: row.some(isGoods) ? 'row has-goods' : 'row' }, ...row.map(keyOf));

/** It stands for a thing that has a picture, or a line to say of it. @param {Button} button */
const isGoods = (button) => 'tap' in button && (button.picture !== undefined || button.detail !== undefined);

/** @param {{ label: string, href: string }} file */
const fileKey = ({ label, href }) =>
  el('a', { class: 'key', href, target: '_blank', rel: 'noopener' }, el('span', {}, label), icon('out'));

/** @param {Button} button */
function keyOf(button) {
  if ('url' in button) {
    const out = link(button.url);
    out.className = 'key';
    out.append(el('span', {}, ...labelNodes(button.label)), icon('out'));
    return out;
  }
  if ('link' in button) return copyKey(button);
  if ('dead' in button)
    return el('button', { type: 'button', class: 'key', disabled: true }, ...labelNodes(button.label));
  const { tap, tone, label } = button;
  const attributes = { type: 'button', class: 'key', 'data-tap': tap, 'data-tone': tone };
  return isGoods(button)
    ? goodsKey(button, attributes)
    : el('button', attributes, el('span', {}, ...labelNodes(label)));
}

/** @param {Extract<Button, { tap: string }>} button @param {Record<string, string | undefined>} attributes */
function goodsKey({ label, picture, detail }, attributes) {
  const words = el('span', { class: 'about' }, el('b', {}, ...labelNodes(label)));
  if (detail) words.append(el('small', {}, ...labelNodes(detail)));
  return el(
    'button',
    { ...attributes, class: 'key goods' },
    picture ? smallPicture(photoUrl(picture)) : undefined,
    words,
  );
}

/** Copies an address; where the browser does not let us, it is shown to be copied by hand. @param {{ label: string, link: string }} button */
function copyKey({ label, link: address }) {
  const key = el('button', { type: 'button', class: 'key' }, el('span', {}, ...labelNodes(label)));
  key.onclick = () => {
    const copied = navigator.clipboard?.writeText(address) ?? Promise.reject(new Error('no clipboard'));
    copied.then(
      () => toast(word('copied')),
      () => toast(address),
    );
  };
  return key;
}
