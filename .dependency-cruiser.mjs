// Who may import whom. docs/architecture.md draws it; `npm run check:imports` holds it.

const DB = '^src/db/';
const ASYNC = '^src/async/';
const VALUES = '^src/shop/values/';
/** The types of ids, which whoever names a row needs. */
const IDS = '^src/db/ids\\.ts';

/** The names of recorded work, which whoever shows or records it needs. */
const JOB_NAMES = '^src/db/outbox/job-names\\.ts';

/** A folder of src, and all that its files may import of ours beside the folder itself. */
const floors = [
  { floor: 'async', may: [] },
  { floor: 'bundle', may: [] },
  { floor: 'db', may: [ASYNC] },
  { floor: 'health', may: [DB] },
  { floor: 'shop', may: [DB] },
  // The rules stand beside what is learned, as a second opinion; what both need of recipients and times is in nlu.
  { floor: 'nlu', may: [VALUES] },
  { floor: 'writer', may: [VALUES, '^src/nlu/(rules|model)/'] },
  { floor: 'chat', may: [DB, ASYNC] },
  { floor: 'flows', may: ['^src/(shop|chat|nlu|writer|health)/', IDS, JOB_NAMES] },
  { floor: 'bots', may: ['^src/chat/', ASYNC, '^src/db/work\\.ts', IDS] },
  { floor: 'pictures', may: ['^src/(shop|chat)/'] },
  { floor: 'jobs', may: ['^src/(shop|chat|writer|pictures|health)/', DB, ASYNC, '^src/flows/screens/'] },
  { floor: 'http', may: ['^src/(bots|chat|shop|jobs|health)/', '^src/db/work\\.ts'] },
];

/** Rooms within a floor, in order: each imports only those before it. */
const rooms = {
  db: ['blobs', 'connection', 'wake', 'crypto', 'migrations', 'client', 'embedded', 'backup', 'outbox'],
  shop: [
    ...['values', 'terms', 'customers', 'inventory', 'sellers', 'notifications', 'catalogue', 'shipping'],
    ...['cart', 'support', 'admin', 'orders', 'checkout', 'streams', 'payments', 'fulfilment', 'reports'],
  ],
  'shop/catalogue': ['products', 'texts', 'listings'],
  'shop/notifications': ['alerts', 'audience', 'waiting'],
  writer: ['text', 'claims', 'law', 'facts', 'drafts', 'answers', 'translation', 'model', 'commands'],
  chat: ['dsl', 'store', 'outbound', 'engine'],
  'chat/outbound': ['history', 'choices', 'channels'],
  flows: ['screens', 'common', 'asks', 'buyer', 'seller'],
  'flows/screens': ['links', 'files', 'messages', 'payments', 'catalogue', 'orders'],
  'flows/buyer': ['checkout', 'catalogue', 'orders', 'account', 'messages'],
  'flows/seller': ['shipping', 'orders', 'listings', 'streams', 'reports', 'admin', 'account', 'messages'],
  'flows/seller/listings': ['changes', 'products', 'drafts'],
  'bots/telegram': ['api', 'outbound', 'inbound'],
  'bots/web': ['guards', 'visits', 'pages', 'reading', 'posting', 'opening', 'push'],
  jobs: ['queue', 'alerts', 'handlers', 'sweeps'],
};

/** A library, and the folders that may know it. */
const libraries = [
  { names: '(fastify|@fastify)', knownBy: '(http|bots/web)' },
  { names: 'bullmq', knownBy: 'jobs' },
  { names: 'ioredis', knownBy: '(jobs/queue|db/wake)' },
  { names: '(grammy|telegraf)', knownBy: 'bots' },
  { names: 'openai', knownBy: 'writer' },
  { names: 'rolldown', knownBy: 'bundle' },
  { names: '@aws-sdk', knownBy: 'db' },
  { names: '(@prisma|\\.prisma)', knownBy: 'db' },
];

const floorRule = ({ floor, may }) => ({
  name: `${floor}-imports-only-what-it-may`,
  severity: 'error',
  from: { path: `^src/${floor}/` },
  to: { path: '^src/', pathNot: [`^src/${floor}/`, ...may] },
});

const roomRules = ([floor, order]) =>
  order.slice(0, -1).map((room, at) => ({
    name: `${floor}/${room}-imports-no-room-after-it`,
    severity: 'error',
    from: { path: `^src/${floor}/${room}/` },
    to: { path: `^src/${floor}/(${order.slice(at + 1).join('|')})/` },
  }));

const libraryRule = ({ names, knownBy }) => ({
  name: `only-${knownBy}-knows-${names}`,
  severity: 'error',
  from: { path: '^src/', pathNot: `^src/${knownBy}/` },
  to: { path: `node_modules/${names}` },
});

export default {
  forbidden: [
    { name: 'no-circles', severity: 'error', from: {}, to: { circular: true } },
    ...floors.map(floorRule),
    ...Object.entries(rooms).flatMap(roomRules),
    {
      name: 'buyers-and-sellers-flows-share-screens-alone',
      severity: 'error',
      from: { path: '^src/flows/seller/' },
      to: { path: '^src/flows/buyer/' },
    },
    {
      name: 'the-reader-needs-no-model',
      severity: 'error',
      from: { path: '^src/nlu/' },
      to: { path: '^src/(writer|db)/|node_modules/(openai|@prisma)' },
    },
    {
      name: 'only-the-command-line-imports-the-app',
      severity: 'error',
      from: { path: '^src/', pathNot: '^src/(start\\.js|commands/(serve|roles)\\.ts|app\\.ts|app/)' },
      to: { path: '^src/app(/|\\.ts$)' },
    },
    ...libraries.map(libraryRule),
  ],
  options: {
    parser: 'swc',
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '^src/db/generated' },
    tsPreCompilationDeps: true,
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'require', 'node', 'default', 'types'],
    },
  },
};
