import { secureHeaders } from 'hono/secure-headers';

/**
 * The headers of every answer. React's `style` props are set through the CSSOM, which a policy
 * without `unsafe-inline` allows; the one Trusted Types policy makes the address of the worker.
 */
export const headers = (publicOrigin: URL | null) =>
  secureHeaders({
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
      requireTrustedTypesFor: ["'script'"],
      trustedTypes: ['rented-numbers'],
    },
    crossOriginEmbedderPolicy: 'require-corp',
    crossOriginOpenerPolicy: 'same-origin',
    crossOriginResourcePolicy: 'same-origin',
    permissionsPolicy: {
      camera: [],
      geolocation: [],
      microphone: [],
      payment: [],
      usb: [],
      clipboardWrite: ['self'],
    },
    referrerPolicy: 'no-referrer',
    strictTransportSecurity: publicOrigin?.protocol === 'https:' ? 'max-age=31536000' : false,
    xFrameOptions: 'DENY',
  });
