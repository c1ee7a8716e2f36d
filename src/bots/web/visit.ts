import '@fastify/cookie';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { type Locale, parseLocale, type Side } from '../../chat/dsl/event.ts';
import {
  createVisitor,
  endSession,
  exchangeToken,
  findVisitor,
  renewSession,
  type Visitor,
  WEB_SESSION_MS,
} from '../../chat/store/people.ts';
import type { WebDeps } from './deps.ts';
import { createLimit } from './limit.ts';

/** New visitors from one address: a whole school behind one router may come, a flood may not. */
const NEWCOMERS = { burst: 1_000, perSecond: 10 };

/** Knows people by their cookie. */
export interface Visits {
  /** The browser's visitor; makes one on a first visit. Nothing when too many came from one address. */
  enter(request: FastifyRequest, reply: FastifyReply, side: Side): Promise<Visitor | undefined>;
  /** The browser's visitor, if it has one. */
  find(request: FastifyRequest, side: Side): Promise<Visitor | undefined>;
  /** The key that limits are counted by; reading it needs no database. */
  caller(request: FastifyRequest): string;
  /** Ends the browser's session and takes its cookie. */
  leave(request: FastifyRequest, reply: FastifyReply): Promise<void>;
  /** Gives the browser a new cookie before rights rise, and ends the old one. */
  exchange(request: FastifyRequest, reply: FastifyReply, visitor: Visitor): Promise<void>;
}

export function createVisits({ appContext, locale, isSecure }: WebDeps): Visits {
  const name = isSecure ? '__Host-walnut' : 'walnut';
  const newcomers = createLimit(NEWCOMERS);

  const readToken = ({ cookies }: FastifyRequest): string | undefined => cookies[name] || undefined;
  const giveToken = (reply: FastifyReply, token: string) =>
    reply.setCookie(name, token, {
      path: '/',
      httpOnly: true,
      sameSite: 'lax',
      secure: isSecure,
      maxAge: WEB_SESSION_MS / 1_000,
    });
  const find = async (request: FastifyRequest, side: Side): Promise<Visitor | undefined> => {
    const token = readToken(request);
    return token ? findVisitor(appContext, token, side) : undefined;
  };

  return {
    find,
    caller: (request) => readToken(request) ?? request.ip,
    async enter(request, reply, side) {
      const token = readToken(request);
      const known = await find(request, side);
      if (known && token) {
        await renewSession(appContext, token);
        giveToken(reply, token);
        return known;
      }
      if (newcomers.take(request.ip) > 0) return undefined;
      const made = await createVisitor(appContext, side, spoken(request.headers['accept-language'], locale));
      giveToken(reply, made.token);
      return made.visitor;
    },
    async leave(request, reply) {
      const token = readToken(request);
      if (token) await endSession(appContext, token);
      reply.clearCookie(name, { path: '/', secure: isSecure });
    },
    async exchange(request, reply, visitor) {
      const token = readToken(request);
      if (token) giveToken(reply, await exchangeToken(appContext, token, visitor.person));
    },
  };
}

/** The first language that a browser names; browsers send them in the order of preference. */
const spoken = (header: string | undefined, fallback: Locale): Locale =>
  parseLocale(header?.split(/[,;]/)[0]?.trim(), fallback);
