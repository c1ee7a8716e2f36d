import { existsSync } from 'node:fs';
import { arch, platform } from 'node:os';
import chromium from '@sparticuz/chromium';
import { type Browser, chromium as playwright } from 'playwright-core';

/**
 * Starts a real browser: on Linux (x64) the Chromium that an npm package brings, elsewhere the installed Chrome.
 * Takes about two seconds the first time, when the package unpacks itself.
 */
export async function openBrowser(): Promise<Browser> {
  if (platform() !== 'linux' || arch() !== 'x64') return playwright.launch({ channel: 'chrome' });
  const executablePath = await chromium.executablePath();
  if (!existsSync(executablePath)) throw new Error(`there is no Chromium at ${executablePath}`);
  return playwright.launch({ executablePath, args: sandboxless(chromium.args) });
}

/** One process for everything would take the tests' pages down together. */
const sandboxless = (args: readonly string[]): string[] =>
  args.filter((arg) => arg !== '--single-process' && !arg.startsWith('--headless'));
