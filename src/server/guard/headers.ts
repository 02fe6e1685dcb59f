import { createMiddleware } from 'hono/factory';
import { secureHeaders } from 'hono/secure-headers';
import type { AppEnv } from '../app-env.ts';
import { hostOf, isHttpsHost, isLoopbackHost } from './allowed-hosts.ts';

const forTrustedOrigins = ['clear-site-data', 'cross-origin-opener-policy', 'origin-agent-cluster'];

/**
 * Leaves out headers that browsers obey on https and loopback only. On other pages, browsers report
 * these headers as errors in the console.
 */
export const plainHttpHeaders = (hosts: () => ReadonlySet<string>, publicOrigin: URL | null) =>
  createMiddleware<AppEnv>(async (c, next) => {
    await next();
    const host = hostOf(c);
    if (!hosts().has(host) || isLoopbackHost(host) || isHttpsHost(host, publicOrigin)) return;
    for (const name of forTrustedOrigins) {
      c.res.headers.delete(name);
      c.env?.outgoing?.removeHeader(name);
    }
  });

/**
 * The headers of every answer. React sets `style` props through the CSSOM, which a policy without
 * `unsafe-inline` allows. The Trusted Types policy `rented-numbers` makes the address of the
 * worker.
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
    // Below a path, other programs share the host, and HSTS would bind them too.
    strictTransportSecurity:
      publicOrigin?.protocol === 'https:' && publicOrigin.pathname === '/'
        ? 'max-age=31536000'
        : false,
    xFrameOptions: 'DENY',
  });
