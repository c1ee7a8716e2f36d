import { z } from 'zod';
import { tap } from '../../chat/dsl/action.ts';
import { ask } from '../../chat/dsl/flow.ts';
import { type Asking, type Button, type Reply, type Screen, say } from '../../chat/dsl/screen.ts';
import { isQuestion, isYes, readPlace, readPlaces } from '../../nlu/rules/place-names.ts';
import { PLACE_CHARS, type Village } from '../../shop/sellers/villages.ts';
import { flow, type Turn } from '../flow.ts';

/** The first operator founds the village: its name, county and province are asked, then shown on a card to confirm. */
export const founding = flow('founding', {
  taps: { 'found-village': confirm, 'found-edit/:field': edit },
  answers: {
    'found-ask': {
      data: z.lazy(() => z.object({ field: z.enum(fields), facts })),
      read: readField,
    },
    'found-card': { data: z.lazy(() => z.object({ facts })), read: readCard },
  },
});

const fields = ['name', 'county', 'province'] as const;
type Field = (typeof fields)[number];

const place = z.string().max(PLACE_CHARS).regex(/\p{L}/u);
const facts = z.object({ name: place, county: place, province: place }).partial();
type Facts = Readonly<z.infer<typeof facts>>;

/** Where there is no village, what an operator is asked before anything else; nothing where there is one. */
export async function foundingFirst(turn: Turn<string>): Promise<Reply | undefined> {
  const { shop, person } = turn;
  if (!(await shop.admin.isOf(person.id)) || (await shop.villages.isFounded())) return undefined;
  return foundingQuestion(turn);
}

/** Goes on where the founding stands in this chat: with the next question, or with the card. */
export const foundingQuestion = ({ asking }: Turn<string>): Reply => [next(parseFacts(asking))];

function parseFacts(asking: Asking | undefined): Facts {
  if (asking?.step !== 'found-ask' && asking?.step !== 'found-card') return {};
  return z.object({ facts }).safeParse(asking.data).data?.facts ?? {};
}

function next(known: Facts): Screen {
  const field = fields.find((one) => known[one] === undefined);
  return field ? question(field, known) : card(known);
}

const question = (field: Field, known: Facts): Screen => ({
  text: say(`found-ask-${field}`),
  asks: ask('found-ask', { field, facts: known }),
  fresh: true,
});

function card(known: Facts): Screen {
  const { name = '', county = '', province = '' } = known;
  const edits = fields.map(
    (field): Button => ({ label: say(`found-edit-${field}`), tap: tap('found-edit/:field', { field }) }),
  );
  return {
    text: [say('found-card', { name }), say('found-place', { county, province }), say('found-sure')],
    buttons: [[{ label: say('found-confirm'), tap: tap('found-village'), tone: 'success' }], edits],
    asks: ask('found-card', { facts: known }),
    fresh: true,
  };
}

async function readField(
  turn: Turn,
  { field, facts: known }: { field: Field; facts: Facts },
): Promise<Reply> {
  const whole = field === 'name' ? readPlaces(turn.text) : undefined;
  const heard = whole ?? { ...known, [field]: readPlace(turn.text) };
  if (isQuestion(turn.text) || !facts.safeParse(heard).success)
    return [{ ...question(field, known), isMiss: true }];
  return (await refused(turn)) ?? [next(heard)];
}

/** Reads the answer to the card: a yes, or no answer. */
async function readCard(turn: Turn, { facts: known }: { facts: Facts }): Promise<Reply> {
  if (isYes(turn.text)) return confirm(turn);
  return (await refused(turn)) ?? [{ ...card(known), isMiss: true }];
}

/** One field is asked again, the others stay. */
async function edit(turn: Turn<'field'>): Promise<Reply> {
  const field = fields.find((one) => one === turn.params.field) ?? 'name';
  return (await refused(turn)) ?? [question(field, parseFacts(turn.asking))];
}

async function confirm(turn: Turn<string>): Promise<Reply> {
  const { name, county, province } = parseFacts(turn.asking);
  if (!name || !county || !province) return (await refused(turn)) ?? foundingQuestion(turn);
  const founded = await turn.shop.villages.found(turn.person.id, { name, county, province });
  if (!founded) return notOfOffice;
  return founded.ok ? [foundedScreen(founded.village)] : [thereScreen(founded.refusal.there)];
}

const notOfOffice: Reply = [{ text: say('office-only') }];

/** The refusal where the village was founded meanwhile, or the person is no operator. */
async function refused({ shop, person }: Turn<string>): Promise<Reply | undefined> {
  if (!(await shop.admin.isOf(person.id))) return notOfOffice;
  const there = await shop.villages.here();
  return there ? [thereScreen(there)] : undefined;
}

const nextSteps: Button[][] = [
  [{ label: say('office-invite'), tap: tap('invite'), tone: 'primary' }],
  [{ label: say('office-back'), tap: tap('office') }],
];

const villageName = ({ name, nameEn }: Village) => ({ own: name, en: nameEn });

const foundedScreen = (village: Village): Screen => ({
  text: [say('founded', { name: villageName(village) }), say('founded-next')],
  buttons: nextSteps,
});

const thereScreen = (village: Village): Screen => ({
  text: say('founded-already', { name: villageName(village) }),
  buttons: nextSteps,
});
