import pino, { type Logger } from 'pino';
import { helpFor } from './commands/help.ts';
import { commands } from './commands.ts';
import { ConfigError } from './config.ts';

/** What is wrong in one line for the person at the terminal; what we did not expect keeps its trace. */
function explain(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  const isMistyped = 'code' in error && String(error.code).startsWith('ERR_PARSE_ARGS');
  const isOurs = error instanceof ConfigError || isMistyped || /Fault$|Usage$/.test(error.constructor.name);
  return isOurs ? error.message : (error.stack ?? error.message);
}

const [first = 'serve', ...others] = process.argv.slice(2);
// `npm start -- --roles web` names no command.
const [name, args] = first.startsWith('-') ? ['serve', [first, ...others]] : [first, others];
const isAskedHow = args.some((word) => word === '--help' || word === '-h');
const command = commands[name];
const log: Logger = pino(
  // People read these lines, at night: a time that they can compare with a clock.
  { level: 'info', timestamp: pino.stdTimeFunctions.isoTime },
  pino.destination({ fd: 2, sync: true }),
);

if (isAskedHow) {
  process.stdout.write(`${helpFor(first)}\n`);
} else if (!command) {
  process.stderr.write(`There is no command "${name}". Commands: ${Object.keys(commands).join(', ')}.\n`);
  process.exitCode = 1;
} else {
  try {
    await command(args, log);
  } catch (error) {
    process.stderr.write(`${explain(error)}\n`);
    process.exitCode = 1;
  }
}
