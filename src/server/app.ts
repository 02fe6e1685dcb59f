import { Hono } from 'hono';
import { requestId } from 'hono/request-id';
import type { Logger } from 'pino';
import type { AdminHealth } from '#contract/admin.ts';
import type { DataSource } from '#contract/data-source.ts';
import { routes } from '#contract/routes.ts';
import { accountOf } from './accounts/account-of.ts';
import type { Accounts } from './accounts/registry.ts';
import type { AppEnv } from './app-env.ts';
import { basePathOf, pathBelow, toPage } from './base-path.ts';
import { allowedHosts } from './guard/allowed-hosts.ts';
import { directOnly } from './guard/direct-only.ts';
import { headers, plainHttpHeaders } from './guard/headers.ts';
import { inFlightLimit, urlLimit } from './guard/limits.ts';
import type { Company } from './guard/oidc/company.ts';
import { sameOrigin } from './guard/same-origin.ts';
import type { SignInGate } from './guard/sign-in.ts';
import type { HistoryKeeper } from './history/keeper.ts';
import { knownMethods } from './known-methods.ts';
import { logRequests } from './log-requests.ts';
import type { Metrics } from './metrics.ts';
import { requires } from './people/requires.ts';
import { ProblemError } from './problem-error.ts';
import { answerFailure, problemResponse } from './problem-response.ts';
import { adminHealthRoute, adminSessionsRoute } from './routes/admin.ts';
import { checksRoute, createWalkAll } from './routes/checks.ts';
import { findRoute } from './routes/find.ts';
import { historyRoute } from './routes/history.ts';
import { inventoryRoute } from './routes/inventory.ts';
import { metricsRoute } from './routes/metrics.ts';
import { numbersRoute, tokenRoute } from './routes/numbers.ts';
import { pageRoute } from './routes/page.ts';
import { sessionRoute, signInWaysRoute } from './routes/session.ts';
import type { SessionStore } from './shared/sessions.ts';
import { createWalkSlots } from './walk-slots.ts';

const ofOneAccount = [routes.numbers, routes.inventory, routes.checks, `${routes.history}/*`];

export interface AppDeps {
  accounts: Accounts;
  source: DataSource;
  allowTokenReveal: boolean;
  /** null when everybody on this machine may see the numbers. */
  signIn: SignInGate | null;
  /** The sign-in at the company's provider; null without one. */
  company: Pick<Company, 'route'> | null;
  /** The kept lists; null where none are kept. */
  history: HistoryKeeper | null;
  sessions: SessionStore;
  health: () => AdminHealth;
  /** Our own values of `Host`; a function, because the port is known only after the start. */
  hosts: () => ReadonlySet<string>;
  publicOrigin: URL | null;
  trustedProxies: readonly string[];
  metrics: Metrics;
  /** A function, because the token may change while the server runs. */
  metricsToken: () => string | null;
  logger: Logger;
  /**
   * Aborted with a ProblemError while the server stops; a balancer should then send no more
   * requests.
   */
  stopping: AbortSignal;
  /** Whether requests can be answered yet. */
  isReady: () => boolean;
  /** Whether walks are shared with other servers. */
  sharesWalks: boolean;
  /** The folder of the built page; null in development, where Vite serves it. */
  clientDir: string | null;
}

/**
 * The whole backend-for-frontend as one `fetch` function, without socket, process or environment.
 */
export function createApp(deps: AppDeps): Hono<AppEnv> {
  const { accounts, source, allowTokenReveal, signIn, company, hosts, publicOrigin } = deps;
  const { history, stopping } = deps;
  const basePath = basePathOf(publicOrigin);
  const app = new Hono<AppEnv>({ getPath: (request) => pathBelow(request, basePath) })
    // Request ids are always our own: an id from a client could forge lines in the log.
    .use(requestId({ headerName: '' }), logRequests(deps.logger, deps.metrics, deps.trustedProxies))
    .use(
      plainHttpHeaders(hosts, publicOrigin),
      headers(publicOrigin),
      allowedHosts(hosts),
      urlLimit,
    )
    .use(async (c, next) => {
      await next();
      if (stopping.aborted) c.header('connection', 'close');
    })
    .get(routes.livez, (c) => c.text('ok'))
    .get(routes.readyz, (c) => {
      if (stopping.aborted) return c.text('stopping', 503);
      return deps.isReady() ? c.text('ok') : c.text('waiting for the shared store', 503);
    })
    .route(routes.metrics, metricsRoute(deps.metrics, deps.metricsToken))
    .use('/api/*', async (c, next) => {
      await next();
      // `c.header` would copy the finished answer with its body, once for each header.
      c.res.headers.set('cache-control', 'no-store');
      c.res.headers.append('vary', 'Cookie, Sec-Fetch-Site');
    })
    .use(
      '/api/*',
      sameOrigin(hosts, publicOrigin),
      inFlightLimit(signIn),
      ...(signIn ? [] : [directOnly]),
    )
    .route(
      routes.session,
      sessionRoute({
        ...{ accounts, signIn, source, allowTokenReveal },
        hasCompany: company !== null,
        hasHistory: history !== null,
      }),
    )
    .route(
      routes.signInWays,
      signInWaysRoute({ password: signIn?.hasPassword ?? false, company: company !== null }),
    );

  if (company) app.route(routes.signIn, company.route);
  if (signIn) app.use('/api/*', signIn.required);
  const ofAccount = accountOf({ accounts, signIn });
  for (const path of ofOneAccount) {
    app.use(path, ofAccount, requires('readNumbers'));
  }
  app.route(routes.numbers, numbersRoute());
  // A walk for checks costs Apifonica as much as a walk for the page, so both share the slots.
  const walking = { stopping, takeSlot: createWalkSlots(deps.metrics, deps.sharesWalks) };
  app.route(routes.inventory, inventoryRoute({ ...walking, history }));
  app.route(routes.checks, checksRoute(createWalkAll(walking), source));
  app.route(routes.history, historyRoute({ history, stopping }));
  app.route(routes.find, findRoute({ accounts, signIn, stopping }));
  if (allowTokenReveal) {
    app.use(routes.token, ofAccount, requires('revealToken')).route(routes.token, tokenRoute());
  }
  app
    .use('/api/admin/*', requires('administer'))
    .route(routes.adminSessions, adminSessionsRoute(signIn && { sessions: deps.sessions, signIn }))
    .route(routes.adminHealth, adminHealthRoute(deps.health));
  if (basePath !== '') app.get(basePath, toPage(basePath));
  if (deps.clientDir !== null) app.route('/', pageRoute(deps.clientDir, { accounts, signIn }));

  app.notFound((c) => {
    const methods = knownMethods(app, c.req.path);
    const isKnown = methods.length > 0 && !methods.includes(c.req.method);
    if (isKnown) c.header('allow', methods.join(', '));
    if (!/^\/api(\/|$)/.test(c.req.path)) {
      return isKnown
        ? c.body(null, 405)
        : c.text(`Not found. The dashboard is at ${basePath}/.`, 404);
    }
    const problem = isKnown
      ? new ProblemError('method_not_allowed', `${c.req.method} is not for this address.`)
      : new ProblemError('not_found', 'There is no such address here.');
    const response = problemResponse(problem, c.var.requestId);
    if (isKnown) response.headers.set('allow', methods.join(', '));
    return response;
  });

  app.onError(answerFailure);
  return app;
}
