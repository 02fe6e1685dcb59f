import { createMiddleware } from 'hono/factory';
import { secureHeaders } from 'hono/secure-headers';
import type { AppEnv } from '../app-env.ts';
import { hostOf, isHttpsHost, isLoopbackHost } from './allowed-hosts.ts';

const forTrustedOrigins = ['clear-site-data', 'cross-origin-opener-policy', 'origin-agent-cluster'];

/**
 * Leaves out what browsers heed on https and loopback only, and report as an error in the console of
 * a page of ours that is served otherwise.
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
    // Where other programs share the host, that is not the dashboard's to say.
    strictTransportSecurity:
      publicOrigin?.protocol === 'https:' && publicOrigin.pathname === '/'
        ? 'max-age=31536000'
        : false,
    xFrameOptions: 'DENY',
  });
