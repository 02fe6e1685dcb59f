import type { ServerResponse } from 'node:http';
import { getRequestListener } from '@hono/node-server';
import { isRunnableDevEnvironment, type Plugin } from 'vite';
import { readConfig } from './config.ts';
import { readSettings } from './settings.ts';

/**
 * The backend-for-frontend and the sandbox inside Vite's development server, in the same process
 * and on the same address. Its modules go through Vite, so an edit is served by the next request.
 */
export function developmentServer(): Plugin {
  const settings = readSettings(process.env, { folders: [process.cwd()] });
  return {
    name: 'rented-numbers:development-server',
    apply: (_, { command }) => command === 'serve' && !process.env.VITEST,

    config() {
      const { HOST: host = '127.0.0.1', PORT: port = '3000' } = settings.variables;
      return { server: { host, port: Number(port), strictPort: true } };
    },

    async configureServer(server) {
      const { ssr } = server.environments;
      if (!ssr || !isRunnableDevEnvironment(ssr)) throw new Error('Vite has no ssr environment.');
      const load = <T>(path: string): Promise<T> => ssr.runner.import<T>(path);
      const { isScenarioName, scenarios } = await load<typeof import('#sandbox/scenarios.ts')>(
        '/src/sandbox/scenarios.ts',
      );
      const { startSandbox } = await load<typeof import('#sandbox/start-sandbox.ts')>(
        '/src/sandbox/start-sandbox.ts',
      );
      const { pino } = await import('pino');

      const { config, problems } = readConfig(settings, { scenarioNames: Object.keys(scenarios) });
      if (config === null) throw new Error(problems.join('\n'));
      const logger = pino({ level: settings.variables.LOG_LEVEL ?? 'warn' });

      const start = async ({ compose }: typeof import('./compose.ts')) => {
        const { app, serving, close } = await compose(config, {
          logger,
          clientDir: null,
          refuse(problem) {
            throw new Error(problem);
          },
          startSandbox: ({ scenario, ...options }) =>
            startSandbox({
              ...options,
              scenario: scenario && isScenarioName(scenario) ? scenario : null,
            }),
        });
        server.config.logger.info(`  ➜  Serving ${serving}`);
        const listener = getRequestListener(app.fetch, { overrideGlobalObjects: false });
        return { listener, close };
      };
      let current: { from: unknown; running: ReturnType<typeof start> } | undefined;

      server.middlewares.use(async (request, response: ServerResponse, next) => {
        if (!/^\/(api|livez|metrics|readyz|sign-in)(\/|\?|$)/.test(request.url ?? ''))
          return next();
        try {
          const module = await load<typeof import('./compose.ts')>('/src/server/compose.ts');
          if (current?.from !== module) {
            void current?.running.then(({ close }) => close());
            current = { from: module, running: start(module) };
          }
          const { listener } = await current.running;
          await listener(request, response);
        } catch (error) {
          next(error);
        }
      });
    },
  };
}
