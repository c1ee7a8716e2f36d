import type { EventBody } from '../dsl/event.ts';
import type { Handler, Turn } from '../dsl/flow.ts';
import type { Reply } from '../dsl/screen.ts';
import type { Session } from '../store/session.ts';
import * as repair from './repair.ts';
import type { Router } from './router.ts';

/** A turn before its handler is known. */
export type TurnContext<S> = Omit<Turn<S>, 'params' | 'press'>;

type Bare<S> = Omit<Turn<S>, 'params'>;

/** Finds the handler of an event and calls it. Repairs (help, cancel, stale buttons) are decided here for every flow. */
export async function dispatch<S>(
  router: Router<S>,
  session: Session,
  context: TurnContext<S>,
): Promise<Reply> {
  const bare: Bare<S> = { ...context, press: async (action) => pressed(router, bare, action) };
  const { body } = bare;
  switch (body.is) {
    case 'tap':
      return tapped(router, bare, body.action);
    case 'command':
      return commanded(router, session, bare, body);
    case 'text':
      return [
        ...(await said(router, session, bare, body.text)),
        ...(body.under === undefined ? [] : repair.onlyWordsRead()),
      ];
    case 'no-choice':
      return repair.noSuchChoice();
    case 'flooded':
      return repair.flooded();
    case 'paid':
      return router.onMessage('paid')?.({ ...bare, params: {} }) ?? [];
    case 'left':
    case 'returned':
      return [];
    case 'edited':
      return session.asking ? repair.edited() : [];
    case 'photos':
    case 'voice':
    case 'contact':
    case 'location':
    case 'unsupported':
      return free(router, session, bare);
  }
}

/** 取消 takes back what is asked; with a card or an order on the table it is about that. */
async function said<S>(router: Router<S>, session: Session, bare: Bare<S>, text: string): Promise<Reply> {
  const isOnTable = bare.focus.card !== undefined || bare.focus.order !== undefined;
  if (!repair.isCancel(text) || (!session.asking && isOnTable)) return free(router, session, bare);
  const takesCancel = session.asking && router.answer(session.asking.step)?.takesCancel;
  return (
    (takesCancel && (await answered(router, session, bare))) || repair.cancelled(session.asking !== undefined)
  );
}

const tapped = async <S>(router: Router<S>, bare: Bare<S>, action: string): Promise<Reply> =>
  (await pressed(router, bare, action)) ?? repair.staleReply();

async function pressed<S>(router: Router<S>, bare: Bare<S>, action: string): Promise<Reply | undefined> {
  const route = router.tap(action);
  return route?.handler({ ...bare, params: route.params as Record<never, string> });
}

async function commanded<S>(
  router: Router<S>,
  session: Session,
  bare: Bare<S>,
  { name, rest }: Extract<EventBody, { is: 'command' }>,
): Promise<Reply> {
  if (name === 'cancel') return repair.cancelled(session.asking !== undefined);
  const handler = router.command(name);
  return handler ? handler({ ...bare, params: { rest } }) : repair.unknownCommand();
}

/** Free text and pictures: the open question reads them first, then the flow that handles their kind. */
async function free<S>(router: Router<S>, session: Session, bare: Bare<S>): Promise<Reply> {
  const { asking } = session;
  const reply = await answered(router, session, bare);
  if (reply) return reply;
  const handler: Handler<S> | undefined = router.onMessage(bare.body.is);
  if (handler) return handler({ ...bare, params: {} });
  return bare.body.is === 'text' ? repair.notUnderstood() : repair.wrongKind(asking !== undefined);
}

/** What the open question makes of the message; nothing where it is no answer. */
async function answered<S>(
  router: Router<S>,
  { asking }: Session,
  bare: Bare<S>,
): Promise<Reply | undefined> {
  const answer = asking && router.answer(asking.step);
  if (!asking || !answer || !takes(answer, bare.body)) return undefined;
  const data = answer.data.safeParse(asking.data);
  return data.success ? answer.read({ ...bare, params: {} }, data.data) : repair.staleReply();
}

const takes = (answer: { takesPhotos?: boolean }, body: EventBody): boolean =>
  body.is === 'text' ||
  body.is === 'contact' ||
  body.is === 'location' ||
  (body.is === 'photos' && answer.takesPhotos === true);
