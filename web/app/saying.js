/** @import { EventBody } from './types.js' */
/** @import { Chosen } from './tray.js' */
/** @import { Entry } from './outbox.js' */
/** @import { Bubble } from './message-view.js' */
/** @import { UnsentVoice } from './unsent-voice.js' */

import * as api from './api.js';
import { escapeText } from './markup.js';
import { voiceWords } from './mic.js';
import { newKey } from './outbox.js';
import { shrink } from './shrink.js';
import { dropVoice, keepVoice, unsentVoices } from './unsent-voice.js';

/**
 * Lets out what somebody writes: words and photos are seen at once, before the server has them.
 * @param {object} does
 * @param {(entry: Omit<Entry, 'key' | 'at'> & { key?: string }) => string} does.put
 * @param {(key: string, bubble: Bubble) => void} does.expect
 * @param {(key: string) => boolean} does.isExpected
 * @param {(name: string, rest?: string) => void} does.command
 */
export function saying({ put, expect, isExpected, command }) {
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

  /**
   * Kept on this device until the shop has it: nobody says it twice because the line broke.
   * @param {UnsentVoice} said
   */
  function sendVoice({ key, voice, seconds }) {
    show(key, voiceWords(seconds));
    const prepare = async () => {
      try {
        const recording = await api.uploadVoice(voice);
        void dropVoice(key);
        return /** @type {EventBody} */ ({ is: 'voice', recording, seconds });
      } catch (error) {
        if (error instanceof api.Unanswered && error.why === 'refused') void dropVoice(key);
        throw error;
      }
    };
    put({ key, prepare });
  }

  return {
    /** @param {Blob} voice @param {number} seconds */
    speak(voice, seconds) {
      const said = { key: newKey(), voice, seconds };
      void keepVoice(said).catch(() => undefined);
      sendVoice(said);
    },
    /** Sends what was said on an earlier page, and not taken. */
    async speakUnsent() {
      for (const said of await unsentVoices().catch(() => [])) if (!isExpected(said.key)) sendVoice(said);
    },
    /** @param {string} text @param {Chosen[]} photos */
    send: (text, photos) => (photos.length > 0 ? sendPhotos(text, photos) : sendText(text)),
    /** Shows again what an earlier page left unsent. @param {Entry} entry */
    showLeft({ key, body }) {
      if (body?.is === 'text') show(key, body.text);
      else if (body?.is === 'voice') show(key, voiceWords(body.seconds));
      else if (body?.is === 'photos') {
        const media = body.files[0]?.split('.')[0];
        show(key, body.caption, media && api.photoUrl(media));
      }
    },
  };
}
