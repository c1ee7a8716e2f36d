/** @import { Chosen } from './tray.js' */

import { byId } from './dom.js';
import { microphone } from './mic.js';
import { toast } from './toast.js';
import { photoTray } from './tray.js';
import { inEveryLanguage, word } from './words.js';

/** The server takes no more; a caption no more than that. */
const TEXT_CHARS = 4_000;
const CAPTION_CHARS = 1_000;

/**
 * Where one writes. On a phone Enter makes a new line, with a keyboard it sends.
 * @param {(text: string, photos: Chosen[]) => void} onSend
 * @param {(voice: Blob, seconds: number) => void} onVoice
 */
export function composer(onSend, onVoice) {
  const form = byId('composer', HTMLFormElement);
  const input = byId('words', HTMLTextAreaElement);
  const send = byId('send', HTMLButtonElement);
  const tray = photoTray(update);
  const mic = microphone(form, onVoice);

  function update() {
    input.style.height = 'auto';
    input.style.height = `${input.scrollHeight}px`;
    form.classList.toggle('is-ready', input.value.trim() !== '' || !tray.isEmpty());
  }

  function submit() {
    const text = input.value.trim();
    const limit = tray.isEmpty() ? TEXT_CHARS : CAPTION_CHARS;
    if (text.length > limit) return toast(word('too-long', { limit }));
    if (text === '' && tray.isEmpty()) return;
    const photos = tray.takeAll();
    input.value = '';
    update();
    onSend(text, photos);
    input.focus();
  }

  form.onsubmit = (event) => {
    event.preventDefault();
    submit();
  };
  input.oninput = update;
  input.onkeydown = (event) => {
    // Whoever writes Chinese presses Enter to choose a word; Safari says so only by key code 229.
    const isChoosing = event.isComposing || event.keyCode === 229;
    if (event.key !== 'Enter' || event.shiftKey || isChoosing || matchMedia('(pointer: coarse)').matches)
      return;
    event.preventDefault();
    submit();
  };
  input.onpaste = (event) => {
    const files = [...(event.clipboardData?.files ?? [])];
    if (files.length === 0) return;
    event.preventDefault();
    tray.add(files);
  };
  // Keeps the keyboard of a phone open.
  send.onpointerdown = (event) => event.preventDefault();
  document.ondragover = (event) => event.preventDefault();
  document.ondrop = (event) => {
    event.preventDefault();
    tray.add([...(event.dataTransfer?.files ?? [])]);
  };
  inEveryLanguage(() => {
    input.placeholder = word('placeholder');
    input.setAttribute('aria-label', word('placeholder'));
    send.setAttribute('aria-label', word('send'));
  });
  update();
  return { offerMic: mic.offer };
}
