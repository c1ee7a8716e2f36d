/** @import { Recording } from './recorder.js' */

import { byId } from './dom.js';
import { canRecord, record } from './recorder.js';
import { toast } from './toast.js';
import { inEveryLanguage, word } from './words.js';

/** Who lets go sooner has tapped, and goes on speaking. */
const HOLD_MS = 500;
/** Nothing is said in less. */
const LEAST_SECONDS = 1;
const TICK_MS = 200;
const TOLD = 'walnut.voice-told';

/** @param {number} seconds */
const clock = (seconds) => `${Math.floor(seconds / 60)}:${String(Math.floor(seconds % 60)).padStart(2, '0')}`;

/** A voice message as the shop shows it too (src/chat/engine/turn.ts). @param {number} seconds */
export const voiceWords = (seconds) => `🎤 ${clock(seconds)}`;

/**
 * The microphone beside the composer: held as long as one speaks, or tapped before and after; Escape and the cross take it
 * back.
 * @param {HTMLFormElement} form
 * @param {(voice: Blob, seconds: number) => void} onVoice
 */
export function microphone(form, onVoice) {
  const button = byId('mic', HTMLButtonElement);
  const cross = byId('mic-cancel', HTMLButtonElement);
  const time = byId('mic-time', HTMLElement);
  const state = byId('mic-state', HTMLElement);
  /** @type {'idle' | 'asking' | 'recording'} */
  let now = 'idle';
  /** @type {Recording | undefined} */
  let recording;
  let ticking = 0;
  /** The press that lasts began it. */
  let isBeginning = false;
  let pressedAt = 0;

  function show() {
    const isOn = now === 'recording';
    form.classList.toggle('is-recording', isOn);
    button.setAttribute('aria-label', word(isOn ? 'voice-send' : 'voice-record'));
    button.title = word(isOn ? 'voice-send' : 'voice-record');
    state.textContent = isOn ? word('voice-recording') : '';
    cross.setAttribute('aria-label', word('voice-cancel'));
    tick();
  }

  function tick() {
    time.textContent = recording ? clock(recording.seconds()) : '';
  }

  async function begin() {
    if (!isTold() && !tell()) return;
    now = 'asking';
    try {
      recording = await record((isFull) => toast(word(isFull ? 'voice-full' : 'voice-stopped')));
      now = 'recording';
      ticking = window.setInterval(tick, TICK_MS);
    } catch (error) {
      now = 'idle';
      toast(word(wordFor(error)));
    }
    show();
  }

  /** Ends the recording; answers it. */
  async function end() {
    const ended = recording;
    now = 'idle';
    recording = undefined;
    clearInterval(ticking);
    show();
    return ended && { voice: await ended.stop(), seconds: Math.floor(ended.seconds()) };
  }

  async function send() {
    const said = await end();
    if (!said) return;
    if (said.seconds < LEAST_SECONDS || said.voice.size === 0) return toast(word('voice-empty'));
    onVoice(said.voice, said.seconds);
  }

  function cancel() {
    void end();
    button.focus();
  }

  const act = () => {
    if (now === 'recording') void send();
    else if (now === 'idle') void begin();
  };

  button.onpointerdown = (event) => {
    if (event.button !== 0) return;
    // Keeps the finger's end here, wherever it is lifted.
    button.setPointerCapture(event.pointerId);
    isBeginning = now === 'idle';
    pressedAt = performance.now();
    if (isBeginning) void begin();
  };
  button.onpointerup = (event) => {
    const isHeld = performance.now() - pressedAt >= HOLD_MS;
    if (isBeginning && isHeld && now === 'recording' && isOver(button, event)) void send();
  };
  button.onclick = ({ detail }) => {
    // What the press began is not ended by its click; a key and a screen reader make a click alone.
    if (!isBeginning || detail === 0) act();
    isBeginning = false;
  };
  // A long press opens a menu on phones.
  button.oncontextmenu = (event) => event.preventDefault();
  cross.onclick = cancel;
  form.addEventListener('keydown', (event) => {
    if (event.key === 'Escape' && now === 'recording') cancel();
  });
  inEveryLanguage(show);

  return {
    /** Shows the button where the shop can write down what is said, and this browser can record. @param {boolean} isOn */
    offer: (isOn) => form.classList.toggle('can-record', isOn && canRecord()),
  };
}

/** @param {Element} element @param {PointerEvent} event */
function isOver(element, { clientX, clientY }) {
  const { left, right, top, bottom } = element.getBoundingClientRect();
  return clientX >= left && clientX <= right && clientY >= top && clientY <= bottom;
}

/** Storage may be shut off; then it is said each time. */
function isTold() {
  try {
    return localStorage.getItem(TOLD) !== null;
  } catch {
    return false;
  }
}

/** Says where the voice goes, once; whether it may. */
function tell() {
  if (!confirm(word('voice-notice'))) return false;
  try {
    localStorage.setItem(TOLD, '1');
  } catch {
    // It is said again next time.
  }
  return true;
}

/** @param {unknown} error what `getUserMedia` said */
function wordFor(error) {
  const name = error instanceof Error ? error.name : '';
  if (name === 'NotAllowedError' || name === 'SecurityError') return 'voice-refused';
  if (name === 'NotFoundError' || name === 'OverconstrainedError') return 'voice-none';
  return name === 'NotReadableError' || name === 'AbortError' ? 'voice-busy' : 'voice-failed';
}
