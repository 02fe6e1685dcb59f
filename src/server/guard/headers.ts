import { secureHeaders } from 'hono/secure-headers';

/**
 * The headers of every answer. React's `style` props are set through the CSSOM, which a policy
 * without `unsafe-inline` allows; nothing here writes a `<style>` element or an inline script.
 */
export const headers = secureHeaders({
  contentSecurityPolicy: {
    defaultSrc: ["'none'"],
    scriptSrc: ["'self'"],
    styleSrc: ["'self'"],
    connectSrc: ["'self'"],
    imgSrc: ["'self'", 'data:'],
    fontSrc: ["'self'"],
    workerSrc: ["'self'"],
    manifestSrc: ["'self'"],
    baseUri: ["'none'"],
    formAction: ["'self'"],
    frameAncestors: ["'none'"],
    objectSrc: ["'none'"],
  },
  crossOriginEmbedderPolicy: 'require-corp',
  crossOriginOpenerPolicy: 'same-origin',
  crossOriginResourcePolicy: 'same-origin',
  referrerPolicy: 'no-referrer',
  // Plain http on loopback: the TLS proxy in front is the one that may promise https.
  strictTransportSecurity: false,
  xFrameOptions: 'DENY',
});
