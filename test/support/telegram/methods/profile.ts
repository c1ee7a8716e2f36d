import type { BotCommandScope, MenuButton } from 'grammy/types';
import { z } from 'zod';
import { badRequest } from '../failure.ts';
import { integer, json, read, text } from '../fields.ts';
import type { MethodCall, Methods } from './method.ts';

const MOST_COMMANDS = 100;

const command = z.object({
  command: z.string().regex(/^\/?[a-z0-9_]{1,32}$/, 'BOT_COMMAND_INVALID'),
  description: z
    .string()
    .min(1, 'BOT_COMMAND_DESCRIPTION_INVALID')
    .max(256, 'BOT_COMMAND_DESCRIPTION_INVALID'),
});

const SCOPES = ['default', 'all_private_chats', 'all_group_chats', 'all_chat_administrators'] as const;
const CHAT_SCOPES = ['chat', 'chat_administrators', 'chat_member'] as const;

const isScope = (value: unknown): value is BotCommandScope =>
  z
    .union([
      z.looseObject({ type: z.enum(SCOPES) }),
      z.looseObject({ type: z.enum(CHAT_SCOPES), chat_id: z.union([z.int(), z.string()]) }),
    ])
    .safeParse(value).success;

const language = text('invalid language code specified')
  .pipe(z.string().regex(/^([a-z]{2})?$/, 'invalid language code specified'))
  .default('');

const menuFields = {
  scope: json(
    z.custom<BotCommandScope>(isScope, { error: "can't parse BotCommandScope: Unsupported type specified" }),
    "can't parse BotCommandScope JSON object",
  ).default({ type: 'default' }),
  language_code: language,
};

function menuKey({ params }: MethodCall): string {
  const { scope, language_code } = read(params, menuFields);
  const chat = 'chat_id' in scope ? `:${scope.chat_id}` : '';
  return `${scope.type}${chat}/${language_code}`;
}

/** The bot's name or one of its descriptions, by language. */
function wordsKey({ params }: MethodCall, kind: string): string {
  return `${kind}/${read(params, { language_code: language }).language_code}`;
}

function setWords(call: MethodCall, kind: string, most: number): true {
  const { [kind]: words } = read(call.params, { [kind]: text(`wrong ${kind}`).default('') });
  if (typeof words !== 'string' || words.length > most) throw badRequest(`${kind} is too long`);
  call.account.words.set(wordsKey(call, kind), words);
  return true;
}

const wordsOf = (call: MethodCall, kind: string): string =>
  call.account.words.get(wordsKey(call, kind)) || call.account.words.get(`${kind}/`) || '';

const isMenuButton = (value: unknown): value is MenuButton =>
  z.looseObject({ type: z.enum(['commands', 'web_app', 'default']) }).safeParse(value).success;

export const profile: Methods = {
  getMe: ({ account }) => account.user,

  setMyCommands(call) {
    const { commands } = read(call.params, {
      commands: json(z.array(command), "can't parse commands JSON object"),
    });
    if (commands.length > MOST_COMMANDS) throw badRequest('BOT_COMMANDS_TOO_MUCH');
    call.account.menus.set(menuKey(call), commands);
    return true;
  },
  getMyCommands: (call) => [...(call.account.menus.get(menuKey(call)) ?? [])],
  deleteMyCommands(call) {
    call.account.menus.delete(menuKey(call));
    return true;
  },

  setMyName: (call) => setWords(call, 'name', 64),
  getMyName: (call) => ({ name: wordsOf(call, 'name') || call.account.first_name }),
  setMyDescription: (call) => setWords(call, 'description', 512),
  getMyDescription: (call) => ({ description: wordsOf(call, 'description') }),
  setMyShortDescription: (call) => setWords(call, 'short_description', 120),
  getMyShortDescription: (call) => ({ short_description: wordsOf(call, 'short_description') }),

  setChatMenuButton(call) {
    const { chat_id, menu_button } = read(call.params, {
      chat_id: integer('chat not found').default(0),
      menu_button: json(
        z.custom<MenuButton>(isMenuButton, { error: "can't parse menu button: Unsupported type specified" }),
        "can't parse menu button JSON object",
      ).default({ type: 'default' }),
    });
    call.account.menuButtons.set(chat_id, menu_button);
    return true;
  },
  getChatMenuButton(call) {
    const { chat_id } = read(call.params, { chat_id: integer('chat not found').default(0) });
    return call.account.menuButtons.get(chat_id) ?? { type: 'default' };
  },
};
