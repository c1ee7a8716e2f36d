import type { FastifyHelmetOptions } from '@fastify/helmet';

/** Our pages load nothing from elsewhere, run no inline script, make no markup from strings, and sit in no frame. */
export const securityHeaders = (isSecure: boolean): FastifyHelmetOptions => ({
  contentSecurityPolicy: {
    useDefaults: false,
    directives: {
      defaultSrc: ["'none'"],
      scriptSrc: ["'self'"],
      styleSrc: ["'self'"],
      fontSrc: ["'self'"],
      connectSrc: ["'self'"],
      manifestSrc: ["'self'"],
      // blob: shows a photo before it is uploaded.
      imgSrc: ["'self'", 'blob:', 'data:'],
      baseUri: ["'none'"],
      formAction: ["'self'"],
      frameAncestors: ["'none'"],
      requireTrustedTypesFor: ["'script'"],
    },
  },
  // Invites stand in addresses, which are nobody else's business.
  referrerPolicy: { policy: 'no-referrer' },
  strictTransportSecurity: isSecure ? { maxAge: 15_552_000 } : false,
});

/** What our pages may ask a person for: the microphone, and no page inside of them. */
export const permissionsPolicy = 'camera=(), geolocation=(), microphone=(self)';
