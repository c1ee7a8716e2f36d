import type { ZodType } from 'zod';
import type { ChatId, MediaId, PersonId } from '../../db/ids.ts';
import type { ActionParams } from './action.ts';
import type { EntryLinks } from './entry-links.ts';
import type { ChannelName, EventBody, FileRef, Locale, PhotoAudience } from './event.ts';
import type { ParamValue } from './params.ts';
import type { Asking, Focus, Reply } from './screen.ts';

export interface Actor {
  readonly id: PersonId;
  readonly name: string;
  readonly locale: Locale;
  readonly isOperator: boolean;
}

/** A button that can be pressed by words, with its label in plain words. */
export interface OfferedButton {
  readonly label: string;
  readonly action: string;
}

/** What a handler knows. `S` is the shop, bound to the turn's transaction, its clock and the speaker. */
export interface Turn<S, Param extends string = string> {
  readonly shop: S;
  readonly person: Actor;
  readonly chat: { readonly id: ChatId; readonly channel: ChannelName };
  /** When the turn began. Handlers use no other time. */
  readonly now: Date;
  /** Addresses of the shop, for links and codes. */
  readonly entryLinks: EntryLinks;
  /** Parameters of the tapped button; for a command, `rest` is the text after it. */
  readonly params: { readonly [Name in Param]: ParamValue<Name> };
  readonly body: EventBody;
  /** The question that was open when the event came in: a tap may use its data. */
  readonly asking?: Asking | undefined;
  /** What was on the table a while ago at most. */
  readonly focus: Focus;
  /** Since when that is what is spoken of; nothing where an answer since was about something else. */
  readonly spokenAt?: Date | undefined;
  /** The action that a plain "yes" stands for. */
  readonly yes?: string | undefined;
  /** What the last message did, as the screen that showed it has kept it. */
  readonly lastChange?: unknown;
  /** The buttons below the newest answer, and below what it kept open: "the second" is one of them. */
  readonly offered: readonly OfferedButton[];
  /** Does what a button with this action would do; nothing where no flow has it. */
  press(action: string): Promise<Reply | undefined>;
  /** How often in a row they were not understood. */
  readonly misses: number;
  /** What was said: a text, a caption, or nothing. */
  readonly text: string;
  readonly photos: readonly FileRef[];
  /** Stores a photo that came in and returns its id; the bytes may follow. `few`: payments, damage, conversations. */
  keepPhoto(file: FileRef, audience?: PhotoAudience): Promise<MediaId>;
}

type HandlerResult = Reply | Promise<Reply>;
export type Handler<S, Param extends string = never> = (turn: Turn<S, Param>) => HandlerResult;

/**
 * Reads the answer to a question. `data` checks what the question stored: an older release may have stored another
 * shape.
 */
export interface Answer<S, Data> {
  readonly data: ZodType<Data>;
  /** True where a photo may be the answer. */
  readonly takesPhotos?: boolean;
  /** True where 算了 is read too: behind what is done already, there is nothing to drop. */
  readonly takesCancel?: boolean;
  /** Undefined where the message is no answer: it is then handled as if nothing had been asked. */
  read(turn: Turn<S, never>, data: Data): HandlerResult | Promise<Reply | undefined> | undefined;
}

/** One subject of conversation: what may be tapped, commanded and answered in it. */
export interface Flow<S> {
  readonly name: string;
  readonly taps: Readonly<Record<string, Handler<S>>>;
  readonly commands: Readonly<Record<string, Handler<S, 'rest'>>>;
  readonly answers: Readonly<Record<string, Answer<S, unknown>>>;
  /** Handlers of free text, photos and so on. At most one flow of a side handles each kind. */
  readonly onMessage: Partial<Record<EventBody['is'], Handler<S>>>;
}

interface FlowDeclaration<S, Pattern extends string, Datas extends Readonly<Record<string, unknown>>> {
  readonly taps?: { readonly [P in Pattern]: (turn: Turn<S, ActionParams<P>>) => HandlerResult };
  readonly commands?: Readonly<Record<string, Handler<S, 'rest'>>>;
  readonly answers?: { readonly [Step in keyof Datas]: Answer<S, Datas[Step]> };
  readonly onMessage?: Partial<Record<EventBody['is'], Handler<S>>>;
}

/** Declares a flow. `createFlowBuilder<Shop>()` returns the `flow` function for that shop's type. */
export const createFlowBuilder =
  <S>() =>
  <
    const Pattern extends string = never,
    Datas extends Readonly<Record<string, unknown>> = Record<never, never>,
  >(
    name: string,
    declaration: FlowDeclaration<S, Pattern, Datas>,
  ): Flow<S> => ({
    name,
    // The router hands each handler the parameters of its own pattern, which the types above have checked.
    taps: (declaration.taps ?? {}) as Flow<S>['taps'],
    commands: declaration.commands ?? {},
    answers: (declaration.answers ?? {}) as Flow<S>['answers'],
    onMessage: declaration.onMessage ?? {},
  });

export const ask = (step: string, data: unknown = {}): Asking => ({ step, data });
