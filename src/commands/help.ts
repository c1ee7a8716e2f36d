/** What each command does and takes; `--help` prints one, or all. */
const usages: Readonly<Record<string, string>> = {
  serve: `npm start [-- --roles web,bots,jobs]
  Starts Walnut: everything in one process, or the roles that are named.`,
  village: `npm run village -- "<name>" --county "<county>" --province "<province>"
  Founds the village. Run again, it shows the village or changes what is given.
  --name-en, --county-en, --province-en   the same in English; without: as they are
  --time-zone (Asia/Shanghai)             the name of one, like Asia/Shanghai
  --currency (CNY)                        what Telegram's invoices are in
  --rename "<name>"                       another name for the village`,
  invite: `npm run invite -- "<family>"
  Prints a link that works once; whoever opens it sells under that name.
  --again      one more link for a family that sells already
  --operator   a link into the village office; its first member founds the village in the chat`,
  doctor: `npm run doctor
  Tries everything that is set and says what to do where something is wrong.`,
  database: `npm run database
  Keeps the embedded PostgreSQL open for psql, pg_dump and pg_restore, and prints its address with its password.
  Nothing else of Walnut runs in it; Ctrl-C ends it.`,
  backup: `npm run backup -- <folder>
  Copies the village into a new folder while it trades, and its key beside it, into <folder>.key.
  The folder has to be outside of Walnut's own, best on another disk; keep the key somewhere else.`,
  restore: `npm run restore -- [--check] <folder>
  Brings a backup back. Walnut has to be stopped; what was there before is kept.
  --check   only proves that it can be brought back, beside a running shop, and says what is in it`,
  'rotate-key': `npm run rotate-key
  Seals everything under a new key while the village trades. It may be stopped and run again.
  Where SECRET_KEY is set: put the new key there and the old one into OTHER_SECRET_KEYS, restart, then run it.
  Behind a pooler it needs DATABASE_DIRECT_URL.`,
  pictures: `npm run pictures -- move | back | check [--clean]
  Where S3_BUCKET is set: moves all pictures into the store now (a running shop does so by itself), brings them back into the
  database, or compares the two. --clean deletes what lies in the bucket and belongs to no picture.`,
  migrate: `npm run migrate
  Brings the database up to date, as each start does.`,
  seed: `npm run seed
  Puts the demo village with its made-up families into an empty database.`,
  read: `npm run -s read -- --as buyer|seller
  Reads messages as the bots do, one per line, as JSON.`,
  law: `npm run -s law
  Judges texts by the advertising law: a JSON string a line in, {"hits":[{"rule","words","level"}]} a line out.`,
  claims: `npm run -s claims
  Tells what no fact supports: {"facts":[…],"text"} a line in, {"unsupported":[…]} a line out.`,
  draft: `npm run -s draft -- --facts <file.json>
  Writes drafts of the facts in a file, and prints them with the facts that each sentence rests on.`,
};

/** The usage of a command; of all of them where there is no such command. */
export const helpFor = (command: string): string => usages[command] ?? Object.values(usages).join('\n\n');
