import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { exportJWK, generateKeyPair } from 'jose';
import { type Context, Provider } from 'oidc-provider';

/** The client that the provider knows. */
export const client = { id: 'rented-numbers', secret: 'a-secret-of-the-client-0123456789' };

interface IdentityProviderOptions {
  /** The public address of the dashboard, with its path and without a slash at its end. */
  dashboard: string;
  /** The groups of each person who can sign in. */
  people: Readonly<Record<string, readonly string[]>>;
  /** The way to the dashboard for the messages of a logout. */
  fetch?: (url: string, options: object) => Promise<Response>;
}

const loginPage = (uid: string) => `<!doctype html>
<html lang="en">
<title>Company sign-in</title>
<form method="post" action="/interaction/${uid}">
<label>Name <input name="login"></label>
<button>Continue</button>
<button name="cancel" value="yes">Cancel</button>
</form>
</html>
`;

function showLogoutPage(context: { body: string }, form: string): void {
  context.body = `<!doctype html>
<html lang="en">
<title>Company sign-out</title>
${form}
<button form="op.logoutForm" name="logout" value="yes">Sign out of the company</button>
</html>
`;
}

async function readForm(request: IncomingMessage): Promise<URLSearchParams> {
  let body = '';
  for await (const chunk of request) body += chunk;
  return new URLSearchParams(body);
}

/** Consent is given for all that is asked for. */
async function grantAll({ oidc: { session, client, params, provider } }: Context) {
  const grant = new provider.Grant({ accountId: session.accountId, clientId: client.clientId });
  grant.addOIDCScope(params.scope);
  await grant.save();
  return grant;
}

/**
 * For tests: a real OpenID provider on localhost, whose page takes any name of `people`. It tells
 * name and groups at its userinfo address only.
 */
export async function startIdentityProvider(options: IdentityProviderOptions) {
  const { dashboard, people, fetch: send = fetch } = options;
  const { privateKey } = await generateKeyPair('ES256', { extractable: true });
  const key = { ...(await exportJWK(privateKey)), kid: 'own', alg: 'ES256', use: 'sig' };

  let handle = (_: IncomingMessage, response: ServerResponse): Promise<unknown> =>
    Promise.resolve(response.writeHead(503).end());
  const server = createServer((request, response) => {
    handle(request, response).catch(() => response.writeHead(500).end());
  }).listen(0, 'localhost');
  await once(server, 'listening');
  const issuer = `http://localhost:${(server.address() as AddressInfo).port}`;

  const provider = new Provider(issuer, {
    clients: [
      {
        client_id: client.id,
        client_secret: client.secret,
        token_endpoint_auth_method: 'client_secret_post',
        id_token_signed_response_alg: 'ES256',
        redirect_uris: [`${dashboard}/sign-in/callback`],
        post_logout_redirect_uris: [`${dashboard}/`],
        backchannel_logout_uri: `${dashboard}/sign-in/back-channel-logout`,
        backchannel_logout_session_required: true,
      },
    ],
    jwks: { keys: [key] },
    cookies: { keys: ['a-key-of-the-tests'] },
    claims: { openid: ['sub'], profile: ['name', 'groups'], email: ['email'] },
    features: {
      devInteractions: { enabled: false },
      backchannelLogout: { enabled: true },
      rpInitiatedLogout: { enabled: true, logoutSource: showLogoutPage },
    },
    ttl: { Interaction: 600, Grant: 600, Session: 600, AccessToken: 600, IdToken: 600 },
    interactions: { url: (_: unknown, { uid }: { uid: string }) => `/interaction/${uid}` },
    // The provider's own `fetch` refuses loopback addresses.
    fetch: (url: string, init: object) => send(url, init),
    loadExistingGrant: grantAll,
    findAccount: (_: unknown, id: string) => ({
      accountId: id,
      claims: () => ({ sub: id, name: `${id} of the company`, groups: people[id] ?? [] }),
    }),
  });
  const answer = provider.callback();

  handle = async (request, response) => {
    if (!request.url?.startsWith('/interaction/')) return answer(request, response);
    const { uid } = await provider.interactionDetails(request, response);
    if (request.method !== 'POST') {
      return response.writeHead(200, { 'content-type': 'text/html' }).end(loginPage(uid));
    }
    const form = await readForm(request);
    const login = form.get('login') ?? '';
    const isKnown = form.get('cancel') === null && people[login] !== undefined;
    return provider.interactionFinished(
      request,
      response,
      isKnown
        ? { login: { accountId: login } }
        : { error: 'access_denied', error_description: 'The person said no.' },
    );
  };

  return {
    issuer,
    async close() {
      const closed = once(server, 'close');
      server.close();
      server.closeAllConnections();
      await closed;
    },
  };
}

export type IdentityProvider = Awaited<ReturnType<typeof startIdentityProvider>>;
