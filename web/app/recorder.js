/** The longest recording, as in the bots. */
export const MOST_SECONDS = 120;
/** Enough for speech, and little for a village's network. */
const BITS_A_SECOND = 32_000;
/** What browsers make of a voice, the smallest first: Chrome and Firefox know the first two, Safari the third. */
const TYPES = ['audio/webm;codecs=opus', 'audio/ogg;codecs=opus', 'audio/mp4'];

/** Browsers let a page hear only on https and on this very machine. */
export const canRecord = () =>
  navigator.mediaDevices?.getUserMedia !== undefined && 'MediaRecorder' in globalThis;

/**
 * @typedef {object} Recording
 * @property {() => number} seconds so far
 * @property {() => Promise<Blob>} stop ends it, if it has not ended by itself
 */

/**
 * Begins to record; rejects as `getUserMedia` does where there is no microphone or it may not be used.
 * @param {(isFull: boolean) => void} onEnd it ended by itself: there is no more room, or the microphone went away
 * @returns {Promise<Recording>}
 */
export async function record(onEnd) {
  const stream = await navigator.mediaDevices.getUserMedia({ audio: true });
  try {
    return recordFrom(stream, onEnd);
  } catch (error) {
    close(stream);
    throw error;
  }
}

/** The microphone is nobody's any more, and the browser's sign goes out. @param {MediaStream} stream */
function close(stream) {
  for (const track of stream.getTracks()) track.stop();
}

/** @param {MediaStream} stream @param {(isFull: boolean) => void} onEnd @returns {Recording} */
function recordFrom(stream, onEnd) {
  const mimeType = TYPES.find((type) => MediaRecorder.isTypeSupported(type));
  const recorder = new MediaRecorder(stream, {
    audioBitsPerSecond: BITS_A_SECOND,
    ...(mimeType && { mimeType }),
  });
  /** @type {Blob[]} */
  const pieces = [];
  const begun = performance.now();
  /** @type {number | undefined} */
  let length;
  let isStopped = false;

  const seconds = () => length ?? Math.min(MOST_SECONDS, (performance.now() - begun) / 1_000);
  const end = () => {
    length = seconds();
    clearTimeout(timer);
    close(stream);
    if (!isStopped) onEnd(length >= MOST_SECONDS);
  };
  recorder.ondataavailable = ({ data }) => pieces.push(data);
  /** @type {Promise<void>} */
  const ended = new Promise((resolve) => {
    recorder.onstop = () => {
      end();
      resolve();
    };
  });
  const timer = setTimeout(() => {
    length = MOST_SECONDS;
    recorder.stop();
  }, MOST_SECONDS * 1_000);
  recorder.start();

  return {
    seconds,
    async stop() {
      isStopped = true;
      length = seconds();
      if (recorder.state !== 'inactive') recorder.stop();
      await ended;
      return new Blob(pieces, { type: recorder.mimeType });
    },
  };
}
