import { type Account, senderOf } from './account.ts';
import type { Group, GroupOptions } from './interface.ts';
import { accountOf, residentOf } from './people.ts';
import { createChat, memberChange } from './private-chat.ts';
import { createRoom, post, tellBots } from './rooms.ts';
import type { Room, World } from './world.ts';

/** Groups have negative ids, and supergroups long ones. */
const SUPERGROUPS = -1_001_000_000_000;

export function createGroup(world: World, options: GroupOptions): Group {
  const { title = 'Lingtou', people, bots = [], type = 'supergroup' } = options;
  let room = found(world, {
    type,
    title,
    people: people.map((person) => residentOf(world, person)),
    bots: bots.map((bot) => accountOf(world, bot)),
  });

  const by = () => {
    const [person] = room.people;
    if (!person) throw new Error('A group needs somebody in it.');
    return person;
  };
  const tell = (bot: Account, status: 'member' | 'kicked', before: 'left' | 'member'): void => {
    bot.queue.push({ my_chat_member: memberChange(world, room, by(), bot)(status, before) }, room.id);
  };

  return {
    get id() {
      return room.id;
    },
    as: (person) => createChat(world, room, residentOf(world, person)),
    adds(bot) {
      const account = accountOf(world, bot);
      room.bots.push(account);
      tell(account, 'member', 'left');
      tellBots(post(world, room, { from: by().user, content: { is: 'joined', who: senderOf(account) } }));
    },
    removes(bot) {
      const account = accountOf(world, bot);
      tell(account, 'kicked', 'member');
      room.bots.splice(room.bots.indexOf(account), 1);
      tellBots(post(world, room, { from: by().user, content: { is: 'left', who: senderOf(account) } }));
    },
    upgrades() {
      const old = room;
      room = found(world, { ...old, type: 'supergroup' });
      old.upgradedTo = room.id;
      tellBots(post(world, old, { from: by().user, content: { is: 'upgraded', to: room.id } }));
      tellBots(post(world, room, { from: by().user, content: { is: 'upgraded', from: old.id } }));
      return room.id;
    },
  };
}

function found({ groups }: World, given: Pick<Room, 'type' | 'title' | 'people' | 'bots'>): Room {
  const number = groups.size + 1;
  const { type, title, people, bots } = given;
  const id = type === 'group' ? -4_000_000 - number : SUPERGROUPS - number;
  const room = createRoom({ id, type, title, people, bots: [...bots] });
  groups.set(id, room);
  return room;
}
