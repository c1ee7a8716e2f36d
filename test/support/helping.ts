import type { Household } from './household.ts';
import type { PrivateChat } from './telegram/interface.ts';
import type { SeenMessage } from './telegram/phone.ts';

/** Says `words`, and waits for what comes after them. */
export async function asks(chat: PrivateChat, words: string, answer: string | RegExp): Promise<SeenMessage> {
  const after = chat.says(words);
  return chat.waitsFor(answer, { after });
}

/** What an owner does for those who help. */
export interface Helping {
  /** The owner invites a helper with the rights that are switched on, and the helper opens the link. */
  helperWith(name: string, switches: readonly string[]): Promise<PrivateChat>;
  newPoster(): Promise<PrivateChat>;
  newPacker(): Promise<PrivateChat>;
  /** The owner has published walnuts. */
  sellsWalnuts(): Promise<void>;
}

export function helpingAt({ walnut, seller: owner }: Household): Helping {
  async function helperWith(name: string, switches: readonly string[]): Promise<PrivateChat> {
    const list = await asks(owner, '/helpers', '帮手');
    await owner.taps('➕ 请帮手', { on: list });
    let card = await owner.waitsFor('可以做什么', { after: list });
    for (const label of switches) {
      await owner.taps(label, { on: card });
      card = await owner.waitsFor((one) => has(one, label.replace('☑️', '⬜️')), { after: list });
    }
    await owner.taps('🔗 生成邀请链接', { on: card });
    const made = await owner.waitsFor('只能用一次', { after: list });
    const payload = /start=(i_[\w-]+)/.exec(made.text)?.[1] ?? '';
    const chat = walnut.telegram
      .person({ first_name: name, language_code: 'zh-hans' })
      .chatWith(walnut.sellerBot);
    chat.starts(payload);
    await chat.waitsFor('您来帮 王秀英家');
    await owner.waitsFor(`${name} 来帮忙了`);
    return chat;
  }
  return {
    helperWith,
    newPoster: () => helperWith('小李', ['☑️ 打包发货']),
    newPacker: () => helperWith('小赵', ['☑️ 上货改货']),
    async sellsWalnuts() {
      await owner.sendsPhoto({ caption: '核桃 15元一斤 有200斤' });
      await owner.waitsFor('没问题就点「上架」');
      await owner.taps('✅ 上架');
      await owner.waitsFor('核桃 上架了');
      await walnut.photosStored();
    },
  };
}

const has = (message: SeenMessage, label: string): boolean =>
  message.buttons.flat().some((button) => button.label === label);
