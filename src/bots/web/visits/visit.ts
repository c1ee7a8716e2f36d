import type { FastifyReply, FastifyRequest } from 'fastify';
import { type Locale, parseLocale, type Side } from '../../../chat/dsl/event.ts';
import {
  createVisitor,
  endSession,
  exchangeToken,
  findVisitor,
  renewSession,
  type Visitor,
} from '../../../chat/store/people.ts';
import type { WebDeps } from '../deps.ts';
import { createLimit } from '../guards/limit.ts';
import { createSessionCookie } from './cookie.ts';

/** New visitors from one address: enough for a school behind one router. */
const NEWCOMERS = { burst: 500, perSecond: 2 };

/** A visitor, and whether this visit made them. */
export type Entered = Visitor & { readonly isNew: boolean };

/** Recognises people by their cookie. */
export interface Visits {
  /** The browser's visitor; makes one on a first visit. Nothing when too many came from one address. */
  enter(request: FastifyRequest, reply: FastifyReply, side: Side): Promise<Entered | undefined>;
  /** The browser's visitor, if it has one. */
  find(request: FastifyRequest, side: Side): Promise<Visitor | undefined>;
  /** The key that limits are counted by, a session's token or the address; reading it needs no database. */
  caller(request: FastifyRequest): string;
  /** The token of the browser's session, if we gave it one; it may have run out. */
  token(request: FastifyRequest): string | undefined;
  /** Ends the browser's session and takes its cookie. */
  leave(request: FastifyRequest, reply: FastifyReply): Promise<void>;
  /** Gives the browser a new cookie before rights rise, and ends the old one. */
  exchange(request: FastifyRequest, reply: FastifyReply, visitor: Visitor): Promise<void>;
}

export function createVisits({ appContext, locale, isSecure }: WebDeps): Visits {
  const cookie = createSessionCookie(appContext.cipher, isSecure);
  const newcomers = createLimit(NEWCOMERS);

  const find = async (request: FastifyRequest, side: Side): Promise<Visitor | undefined> => {
    const token = cookie.read(request);
    return token ? findVisitor(appContext, token, side) : undefined;
  };

  return {
    find,
    caller: (request) => cookie.read(request) ?? request.ip,
    token: (request) => cookie.read(request),
    async enter(request, reply, side) {
      const token = cookie.read(request);
      const known = await find(request, side);
      if (known && token) {
        await renewSession(appContext, token);
        cookie.give(reply, token);
        return { ...known, isNew: false };
      }
      if (newcomers.take(request.ip) > 0) return undefined;
      const made = await createVisitor(appContext, side, spoken(request.headers['accept-language'], locale));
      cookie.give(reply, made.token);
      return { ...made.visitor, isNew: true };
    },
    async leave(request, reply) {
      const token = cookie.read(request);
      if (token) await endSession(appContext, token);
      cookie.take(reply);
    },
    async exchange(request, reply, visitor) {
      const token = cookie.read(request);
      if (token) cookie.give(reply, await exchangeToken(appContext, token, visitor.person));
    },
  };
}

/** The first language that a browser names; browsers send them in the order of preference. */
const spoken = (header: string | undefined, fallback: Locale): Locale =>
  parseLocale(header?.split(/[,;]/)[0]?.trim(), fallback);
