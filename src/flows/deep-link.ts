/** What a link or a printed code leads to. Telegram takes 64 characters of A–Z, a–z, 0–9, _ and -. */
export type Target =
  | { readonly is: 'product' | 'seller' | 'stream'; readonly id: string }
  | { readonly is: 'invite'; readonly token: string };

const letters = { product: 'p', seller: 's', stream: 't' } as const;

/** `p_…`, `s_…`, `t_…` with the id in 22 characters; `i_…` with an invite's token. */
export function payloadOf(target: Target): string {
  if (target.is === 'invite') return `i_${target.token}`;
  return `${letters[target.is]}_${Buffer.from(target.id.replaceAll('-', ''), 'hex').toString('base64url')}`;
}

/** Where a payload leads, if it is one of ours. */
export function targetOf(payload: string): Target | undefined {
  const [, letter, rest] = /^([pst])_([A-Za-z0-9_-]{22})$/.exec(payload) ?? [];
  if (letter && rest) {
    const hex = Buffer.from(rest, 'base64url').toString('hex');
    const id = hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
    return { is: letter === 'p' ? 'product' : letter === 's' ? 'seller' : 'stream', id };
  }
  const token = /^i_([A-Za-z0-9_-]{10,60})$/.exec(payload)?.[1];
  return token ? { is: 'invite', token } : undefined;
}
