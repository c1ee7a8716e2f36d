/** @import { EventBody } from './types.js' */
/** @import { Chosen } from './tray.js' */
/** @import { Entry } from './outbox.js' */
/** @import { Bubble } from './message-view.js' */

import * as api from './api.js';
import { escapeText } from './markup.js';
import { newKey } from './outbox.js';
import { shrink } from './shrink.js';

/**
 * Lets out what somebody writes: words and photos are seen at once, before the server has them.
 * @param {object} does
 * @param {(entry: Omit<Entry, 'key' | 'at'> & { key?: string }) => string} does.put
 * @param {(key: string, bubble: Bubble) => void} does.expect
 * @param {(name: string, rest?: string) => void} does.command
 */
export function saying({ put, expect, command }) {
  /** @param {string} key @param {string} text @param {string} [photo] */
  const show = (key, text, photo) =>
    expect(key, {
      mine: true,
      html: escapeText(text),
      buttons: [],
      at: new Date(),
      state: 'sending',
      ...(photo && { photo }),
    });

  /** @param {string} text */
  function sendText(text) {
    const typed = /^\/([a-z_]{1,32})(?:\s+(.{0,200}))?$/.exec(text);
    if (typed?.[1]) return command(typed[1], typed[2]);
    const key = newKey();
    show(key, text);
    put({ key, body: { is: 'text', text } });
  }

  /** @param {string} caption @param {Chosen[]} photos */
  function sendPhotos(caption, photos) {
    const album = newKey();
    for (const [i, { file, url }] of photos.entries()) {
      const key = newKey();
      const words = i === 0 ? caption : '';
      show(key, words, url);
      const prepare = async () => {
        /** @type {EventBody} */
        const body = { is: 'photos', files: [await api.upload(await shrink(file))], caption: words };
        return photos.length > 1 ? { ...body, album } : body;
      };
      put({ key, prepare });
    }
  }

  return {
    /** @param {string} text @param {Chosen[]} photos */
    send: (text, photos) => (photos.length > 0 ? sendPhotos(text, photos) : sendText(text)),
    /** Shows again what an earlier page left unsent. @param {Entry} entry */
    showLeft({ key, body }) {
      if (body?.is === 'text') show(key, body.text);
      else if (body?.is === 'photos') {
        const media = body.files[0]?.split('.')[0];
        show(key, body.caption, media && api.photoUrl(media));
      }
    },
  };
}
