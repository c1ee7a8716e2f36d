import type { InlineQueryResult, User } from 'grammy/types';
import { type Account, senderOf } from './account.ts';
import { parseHtml, withSeenEntities } from './entities.ts';
import type { BotAccount, Chat, Offer, Person, PersonOptions, PrivateChat } from './interface.ts';
import { WITHIN_MS } from './patience.ts';
import type { SeenMessage } from './phone.ts';
import { createPrivateChat } from './private-chat.ts';
import { post, tellBots } from './rooms.ts';
import { seenBy } from './seen.ts';
import type { Resident, Room, World } from './world.ts';

const NAMES = ['Wang', 'Li', 'Zhang', 'Liu', 'Chen', 'Yang', 'Zhao', 'Huang'];

/** The bot behind what a test holds of it. */
export function accountOf({ accounts }: World, bot: BotAccount): Account {
  const account = accounts.get(bot.token);
  if (!account) throw new Error(`@${bot.username} lives on another server.`);
  return account;
}

export function residentOf({ people }: World, person: Person): Resident {
  const resident = people.get(person.id);
  if (!resident) throw new Error(`${person.first_name} lives on another server.`);
  return resident;
}

export function createPerson(world: World, options: PersonOptions): Person {
  const resident = settle(world, options);
  const { id, first_name } = resident.user;
  const chats = new Map<string, PrivateChat>();

  return {
    id,
    first_name,
    chatWith(bot) {
      const chat = chats.get(bot.token) ?? createPrivateChat(world, accountOf(world, bot), resident);
      chats.set(bot.token, chat);
      return chat;
    },
    async types(bot, query) {
      const account = accountOf(world, bot);
      const inline = account.inline.open();
      account.queue.push({ inline_query: { id: inline, from: resident.user, query, offset: '' } }, id);
      const answer = await account.inline.answered(inline, WITHIN_MS);
      if (!answer)
        throw new Error(`@${bot.username} left the inline query "${query}" unanswered for ${WITHIN_MS} ms.`);
      return answer.results.map((result) => offerOf(world, account, resident, result));
    },
    deletesAccount() {
      resident.isDeleted = true;
    },
  };
}

function settle({ people }: World, options: PersonOptions): Resident {
  const number = people.size;
  const { phone = `+861390000${String(number).padStart(4, '0')}`, ...given } = options;
  const user: User = {
    id: 5_000_001 + number,
    is_bot: false,
    first_name: NAMES[number % NAMES.length] ?? 'Wang',
    language_code: 'zh',
    ...given,
  };
  if (people.has(user.id)) throw new Error(`There is somebody with the id ${user.id} already.`);
  const resident: Resident = { user, phone, isDeleted: false };
  people.set(user.id, resident);
  return resident;
}

function offerOf(world: World, bot: Account, person: Resident, result: InlineQueryResult): Offer {
  return {
    result,
    title: 'title' in result ? (result.title ?? '') : '',
    sendTo: (chat) => sendOffer(world, bot, person, result, chat),
  };
}

/** What a person sends into a chat from a bot's offers is the person's message, with the bot's words and buttons. */
function sendOffer(
  world: World,
  bot: Account,
  person: Resident,
  result: InlineQueryResult,
  chat: Chat,
): SeenMessage {
  const room = roomOf(world, chat, person);
  const content = 'input_message_content' in result ? result.input_message_content : undefined;
  if (!content || !('message_text' in content)) throw new Error('Only offers with a text can be sent here.');
  const words =
    content.parse_mode === undefined
      ? { text: content.message_text, entities: [] }
      : parseHtml(content.message_text);
  const buttons = result.reply_markup?.inline_keyboard ?? [];
  const message = post(world, room, {
    from: person.user,
    viaBot: senderOf(bot),
    buttons,
    content: { is: 'text', ...withSeenEntities(words) },
  });
  tellBots(message);
  return seenBy(person, message);
}

function roomOf(world: World, chat: Chat, person: Resident): Room {
  const bot = 'bot' in chat ? [...world.accounts.values()].find((one) => one === chat.bot) : undefined;
  const room = bot?.rooms.get(person.user.id) ?? world.groups.get(chat.id);
  if (!room) throw new Error(`${person.user.first_name} is not in this chat.`);
  return room;
}
