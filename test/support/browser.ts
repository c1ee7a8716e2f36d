import { arch, platform } from 'node:os';
import chromium from '@sparticuz/chromium';
import { type Browser, chromium as playwright } from 'playwright-core';

/** A microphone that brings a tone, and may be used without asking. */
const MICROPHONE = ['--use-fake-device-for-media-stream', '--use-fake-ui-for-media-stream'];

/**
 * Starts a real browser: on Linux (x64) the Chromium that an npm package brings, elsewhere the installed Chrome.
 * Takes about two seconds the first time, when the package unpacks itself.
 */
export async function openBrowser({ hasMicrophone = false } = {}): Promise<Browser> {
  const microphone = hasMicrophone ? MICROPHONE : [];
  if (platform() !== 'linux' || arch() !== 'x64')
    return playwright.launch({ channel: 'chrome', args: microphone });
  // Not the package's own switches: they are for functions in a cloud, and turn off what keeps sites apart.
  const args = ['--no-sandbox', '--disable-gpu', '--disable-dev-shm-usage', ...microphone];
  return playwright.launch({ executablePath: await chromium.executablePath(), args });
}
