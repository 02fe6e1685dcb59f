import type { BrowserContext, Page } from '@playwright/test';
import { Agent, fetch as fetchOver } from 'undici';
import {
  client,
  type IdentityProvider,
  startIdentityProvider,
} from '../../src/sandbox/stand-in/identity-provider.ts';
import type { Environment, Server } from '../server.ts';
import { type RunningProxy, test as withProxies } from '../surroundings/fixtures.ts';

/** Everybody who can sign in at the provider, with groups. */
const people = { ann: ['ops'], bob: ['leads'], cem: ['sales'], eve: [] };

/** The company's provider, on another name than the dashboard. */
export interface Company extends IdentityProvider {
  /** The dashboard's settings for this provider, without a password. */
  env: Record<string, string>;
}

interface ServedCompany {
  proxy: RunningProxy;
  company: Company;
  server: Server;
}

interface Fixtures {
  /** Starts the company's provider for a dashboard behind a proxy. */
  companyOf: (proxy: RunningProxy) => Promise<Company>;
  /** Starts a dashboard behind a proxy, at a path of its name, whose people the provider knows. */
  serveCompany: (env?: Environment, path?: '' | '/numbers') => Promise<ServedCompany>;
}

export const test = withProxies.extend<Fixtures>({
  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the fixture's needs from it.
  companyOf: async ({}, use) => {
    const closing: (() => Promise<void>)[] = [];
    await use(async ({ publicOrigin }) => {
      // The dashboard's name leads to this machine, and its authority is known to nobody.
      const agent = new Agent({
        connect: {
          rejectUnauthorized: false,
          lookup: (_, __, found) => found(null, [{ address: '127.0.0.1', family: 4 }]),
        },
      });
      const provider = await startIdentityProvider({
        dashboard: publicOrigin,
        people,
        fetch: async (url, init) =>
          (await fetchOver(url, { ...init, dispatcher: agent })) as unknown as Response,
      });
      closing.push(provider.close, () => agent.close());
      return {
        ...provider,
        env: {
          PUBLIC_ORIGIN: publicOrigin,
          TRUSTED_PROXIES: '127.0.0.1',
          OIDC_ISSUER: provider.issuer,
          OIDC_CLIENT_ID: client.id,
          OIDC_CLIENT_SECRET: client.secret,
          OIDC_ROLES: 'admin=leads,operator=ops,viewer=sales',
        },
      };
    });
    for (const close of closing) await close();
  },
  serveCompany: ({ proxyOf, companyOf, serve }, use) =>
    use(async (env = {}, path = '') => {
      const proxy = await proxyOf('nginx', path);
      const company = await companyOf(proxy);
      const server = await serve({ ...company.env, ...env });
      await proxy.start(server.url);
      return { proxy, company, server };
    }),
});

/** Follows the page's way to the provider, for an address relative to the page. */
export const goToProvider = (page: Page, to: string) =>
  page.evaluate((query) => location.assign(query), `sign-in?${new URLSearchParams({ to })}`);

/** Fills in the provider's page; the browser then goes on by itself. */
export async function signInAs(page: Page, name: keyof typeof people): Promise<void> {
  await page.getByLabel('Name').fill(name);
  await page.getByRole('button', { name: 'Continue' }).click();
}

/** Signs out at the provider, in a tab of its own. */
export async function signOutAtProvider(context: BrowserContext, issuer: string): Promise<void> {
  const tab = await context.newPage();
  await tab.goto(`${issuer}/session/end`);
  await tab.getByRole('button', { name: 'Sign out of the company' }).click();
  await tab.waitForURL(/\/session\/end\/success/);
  await tab.close();
}

export { expect } from '../surroundings/fixtures.ts';
