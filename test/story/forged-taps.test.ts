import { describe, expect, it } from 'vitest';
import { inTransaction } from '../../src/db/work.ts';
import { sellerFlows } from '../../src/flows/seller/flows.ts';
import { invite } from '../../src/shop/sellers/invites.ts';
import { helpingAt } from '../support/helping.ts';
import { openHousehold } from '../support/household.ts';
import { fillSecrets, readEverything } from '../support/household-secrets.ts';
import { newBuyer, ordersWalnuts } from '../support/stall.ts';
import type { PrivateChat } from '../support/telegram/interface.ts';

// Nobody touches what is another household's, whatever button they forge.

const household = openHousehold({ sells: false });
const { walnut } = household;
const { newPoster, sellsWalnuts } = helpingAt(household);

describe('every button of sellers', () => {
  /** Every pattern that any seller's flow answers, filled in with what is the household's. */
  const actionsOn = (values: Readonly<Record<string, string>>): string[] =>
    sellerFlows
      .flatMap(({ taps }) => Object.keys(taps))
      .map((pattern) =>
        pattern
          .split('/')
          .map((part) => (part.startsWith(':') ? packed(values[part.slice(1)] ?? unknown(part)) : part))
          .join('/'),
      )
      .filter((action) => !OWN.some((route) => action.split('/')[0] === route));

  /** A new parameter has to be thought about here. */
  const unknown = (part: string): never => {
    throw new Error(`no value for ${part}`);
  };

  const packed = (value: string): string =>
    /^[0-9a-f]{8}-/.test(value)
      ? `~${Buffer.from(value.replaceAll('-', ''), 'hex').toString('base64url')}`
      : encodeURIComponent(value);

  /** Routes about nobody but the person who taps. */
  const OWN = ['language', 'forget-yes', 'forget-later', 'privacy', 'person', 'talk-close'];

  const PERSONAL = ['13800001234', 'Li Lei', 'Taoyuan'];
  const LEAKS = ['还能卖', '秀英山货', 'A-0001', ...PERSONAL];

  it('is refused to strangers, to another seller, and to a helper without the right', async () => {
    await sellsWalnuts();
    await newPoster();
    const buyer = await newBuyer(walnut);
    await ordersWalnuts(buyer);
    const stranger = walnut.telegram
      .person({ first_name: '路人', language_code: 'zh-hans' })
      .chatWith(walnut.sellerBot);
    stranger.starts();
    await stranger.waitsFor('您还没有加入');
    const { payload } = await walnut.inviteSeller('老孙家');
    const other = walnut.telegram
      .person({ first_name: '老孙', language_code: 'zh-hans' })
      .chatWith(walnut.sellerBot);
    other.starts(payload);
    await other.waitsFor('老孙家');
    const values = await fillSecrets(walnut);
    const token = await inTransaction(walnut.app.appContext, (context) =>
      invite(context, values.seller, 'helper', []),
    );
    const idle = walnut.telegram
      .person({ first_name: '闲人', language_code: 'zh-hans' })
      .chatWith(walnut.sellerBot);
    idle.starts(`i_${token}`);
    await idle.waitsFor('您来帮');

    const before = await readEverything(walnut, values.seller);
    const walk = async (chat: PrivateChat, secret: readonly string[]) => {
      const seen = chat.heard().length;
      for (const action of actionsOn(values)) await chat.tapsForged(action, chat.last(), 10_000);
      const read = chat
        .heard()
        .slice(seen)
        .map(({ text }) => text)
        .join('\n');
      expect(read).not.toContain('出了故障');
      expect(secret.filter((word) => read.includes(word))).toEqual([]);
    };
    // Of the household that one helps one may know what everybody sees.
    await Promise.all([walk(stranger, LEAKS), walk(other, LEAKS), walk(idle, PERSONAL)]);
    expect(await readEverything(walnut, values.seller)).toEqual(before);
  }, 120_000);
});
