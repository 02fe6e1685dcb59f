import { Hono } from 'hono';
import { requestId } from 'hono/request-id';
import type { Logger } from 'pino';
import { routes } from '#contract/routes.ts';
import type { Session } from '#contract/session.ts';
import type { AppEnv } from './app-env.ts';
import { headers } from './guard/headers.ts';
import { logRequests } from './log-requests.ts';
import { ProblemError } from './problem-error.ts';
import { problemResponse } from './problem-response.ts';
import { numbersRoute } from './routes/numbers.ts';
import { pageRoute } from './routes/page.ts';
import { sessionRoute } from './routes/session.ts';
import type { Upstream } from './upstream/client.ts';

export interface AppDeps {
  upstream: Upstream;
  session: Session;
  logger: Logger;
  /** The folder of the built page; null in development, where Vite serves it. */
  clientDir: string | null;
}

/** The whole backend-for-frontend as one `fetch` function: no socket, no process, no environment. */
export function createApp({ upstream, session, logger, clientDir }: AppDeps) {
  const api = new Hono<AppEnv>()
    .use(async (c, next) => {
      await next();
      c.header('cache-control', 'no-store');
    })
    .route('/numbers', numbersRoute(upstream))
    .route('/session', sessionRoute(session))
    .all('*', (c) => {
      const known = Object.values<string>(routes).includes(c.req.path);
      if (!known) throw new ProblemError('not_found', `There is no ${c.req.path} here.`);
      const refused = new ProblemError('method_not_allowed', `${c.req.path} is read with GET.`);
      const response = problemResponse(refused, c.var.requestId);
      response.headers.set('allow', 'GET, HEAD');
      return response;
    });

  const app = new Hono<AppEnv>()
    // Own ids only: one sent by a client could forge lines in the log.
    .use(requestId({ headerName: '' }), logRequests(logger), headers)
    .get(routes.livez, (c) => c.text('ok'))
    .get(routes.readyz, (c) => c.text('ok'))
    .route('/api', api);
  if (clientDir !== null) app.route('/', pageRoute(clientDir));

  app.notFound((c) => c.text('Not found. The dashboard is at /.', 404));
  app.onError((error, c) => {
    if (error instanceof ProblemError) {
      // The cause's kind only: its message may quote what the upstream sent.
      const cause = error.cause instanceof Error ? error.cause.name : undefined;
      c.var.log.info({ code: error.code, cause }, 'problem');
      return problemResponse(error, c.var.requestId);
    }
    if (c.req.raw.signal.aborted) return c.body(null, 499 as 400);
    c.var.log.error({ err: error }, 'unexpected error');
    const words = 'Something failed in the dashboard server itself; its log says more.';
    return problemResponse(new ProblemError('internal', words), c.var.requestId);
  });
  return app;
}
