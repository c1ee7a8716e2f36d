import { type Act, readAct } from '../act.ts';

// 苹果10斤，王芳 138… 桃园路1号，到付，备注别压: what is said of payment and parcel beside goods and address.

export type Aside = Extract<Act, { is: 'pay' | 'note' | 'wish' | 'way' }>;

export interface WithAsides {
  /** The message without them, as it was typed. */
  readonly rest: string;
  readonly asides: readonly Aside[];
}

const BREAK = /([,，;；。!！\n]+|\.(?=\s|$))/u;

/** Takes off each clause that only says how it is paid, how it travels, or what the courier should know. */
export function splitAsides(message: string): WithAsides {
  const parts = message.split(BREAK);
  const asides: Aside[] = [];
  let rest = '';
  for (let i = 0; i < parts.length; i += 2) {
    const [clause = '', end = ''] = parts.slice(i, i + 2);
    const aside = readAside(clause);
    if (aside) asides.push(aside);
    else rest += clause + end;
  }
  return { rest: rest.replace(/[,，;；。.\s]+$/u, '').trim(), asides };
}

function readAside(clause: string): Aside | undefined {
  const act = clause.trim() === '' ? undefined : readAct(clause);
  return act?.is === 'pay' || act?.is === 'way' || act?.is === 'note' || act?.is === 'wish' ? act : undefined;
}
