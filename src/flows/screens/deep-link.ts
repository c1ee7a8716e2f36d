/** What a link or a printed code leads to. Telegram takes 64 characters of A–Z, a–z, 0–9, _ and -. */
export type Target =
  | { readonly is: Thing; readonly id: string }
  | { readonly is: 'invite'; readonly token: string };

/** `again` is an order of which its buyer wants the same once more. */
type Thing = 'product' | 'seller' | 'stream' | 'village' | 'again';

const things: Readonly<Record<string, Thing>> = {
  p: 'product',
  s: 'seller',
  t: 'stream',
  v: 'village',
  a: 'again',
};

/** `p_…`, `s_…`, `t_…`, `v_…`, `a_…` with the id in 22 characters; `i_…` with an invite's token. */
export function formatPayload(target: Target): string {
  if (target.is === 'invite') return `i_${target.token}`;
  const letter = Object.keys(things).find((key) => things[key] === target.is);
  return `${letter}_${Buffer.from(target.id.replaceAll('-', ''), 'hex').toString('base64url')}`;
}

/** Where a payload leads, if it is one of ours. */
export function parsePayload(payload: string): Target | undefined {
  const [, letter = '', rest] = /^([pstva])_([A-Za-z0-9_-]{22})$/.exec(payload) ?? [];
  const is = things[letter];
  if (is && rest) {
    const hex = Buffer.from(rest, 'base64url').toString('hex');
    const id = hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
    return { is, id };
  }
  const token = /^i_([A-Za-z0-9_-]{10,60})$/.exec(payload)?.[1];
  return token ? { is: 'invite', token } : undefined;
}
