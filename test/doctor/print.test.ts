import { describe, expect, it } from 'vitest';
import type { Finding } from '../../src/doctor/finding.ts';
import { printDoctor } from '../../src/doctor.ts';

describe('what the doctor prints', () => {
  async function printed(findings: readonly Finding[]): Promise<{ code: number; text: string }> {
    let text = '';
    const given = (async function* () {
      yield* findings;
    })();
    const code = await printDoctor(given, { write: (part) => (text += part) });
    return { code, text };
  }

  it('is a line for each thing, with what to do below, and the exit code 1 when anything is wrong', async () => {
    const fine: Finding = { what: 'queues', is: 'fine', said: 'Redis 7.0.15, noeviction' };
    const wrong: Finding = { what: 'model', is: 'wrong', said: 'no answer', todo: 'check OPENAI_BASE_URL' };
    const { code, text } = await printed([fine, wrong]);
    expect(text.split('\n').slice(0, 3)).toEqual([
      '✓ queues          Redis 7.0.15, noeviction',
      '✗ model           no answer',
      '                  → check OPENAI_BASE_URL',
    ]);
    expect(code).toBe(1);
  });

  it('ends well when nothing is wrong', async () => {
    const { code, text } = await printed([{ what: 'model', is: 'off', said: 'not set' }]);
    expect(text).toBe('– model           not set\nAll is well.\n');
    expect(code).toBe(0);
  });
});
