import { createRemoteJWKSet, customFetch as fetchKeysWith, jwtVerify } from 'jose';
import {
  allowInsecureRequests,
  authorizationCodeGrant,
  buildAuthorizationUrl,
  type ClientAuth,
  ClientSecretBasic,
  ClientSecretPost,
  type Configuration,
  calculatePKCECodeChallenge,
  clockTolerance,
  customFetch,
  discovery,
  enableNonRepudiationChecks,
  fetchUserInfo,
} from 'openid-client';
import {
  checkLogoutClaims,
  groupsIn,
  groupsLeftOut,
  type LoggedOut,
  logoutTokenMs,
  nameIn,
  personIn,
  type Vouched,
} from './claims.ts';
import type { OidcSettings } from './oidc-settings.ts';
import type { ProviderFetch } from './provider-fetch.ts';
import { SignInFailure } from './sign-in-failure.ts';

const timeoutS = 5;

/** The signatures of which only the provider has the key; HMAC would need our secret. */
const algorithms = ['RS', 'PS', 'ES'].flatMap((family) =>
  ['256', '384', '512'].map((bits) => family + bits),
);

interface ProviderOptions {
  settings: OidcSettings;
  /** A function, because the secret may change while the server runs. */
  secret: () => string;
  fetch: ProviderFetch;
  redirectUri: URL;
}

/** What binds an answer of the provider to one attempt to sign in. */
interface Expected {
  state: string;
  nonce: string;
  verifier: string;
}

/** The person of a good answer of the provider. */
interface Redeemed {
  vouched: Vouched;
  leftOut: ReturnType<typeof groupsLeftOut>;
}

/** The company's identity provider. It is asked for its addresses when they are first needed. */
export function createProvider({ settings, secret, fetch, redirectUri }: ProviderOptions) {
  const { issuer, clientId, clockToleranceS } = settings;

  /**
   * In the body where the provider takes the secret there: some providers do not decode what RFC 6749
   * encodes in a Basic header. Basic is the default of OpenID Connect Discovery 1.0.
   */
  const authenticate: ClientAuth = (server, ...rest) => {
    const methods = server.token_endpoint_auth_methods_supported ?? [];
    const method = methods.includes('client_secret_post') ? ClientSecretPost : ClientSecretBasic;
    method(secret())(server, ...rest);
  };

  async function discover() {
    const configuration: Configuration = await discovery(
      issuer,
      clientId,
      { [clockTolerance]: clockToleranceS },
      authenticate,
      {
        timeout: timeoutS,
        [customFetch]: fetch,
        // Without these, the signature of an ID token would not be checked.
        execute: [
          enableNonRepudiationChecks,
          ...(issuer.protocol === 'http:' ? [allowInsecureRequests] : []),
        ],
      },
    );
    const { jwks_uri: keysAddress, ...server } = configuration.serverMetadata();
    if (keysAddress === undefined) throw new SignInFailure('reported', 'no jwks_uri');
    const keys = createRemoteJWKSet(new URL(keysAddress), {
      timeoutDuration: timeoutS * 1000,
      [fetchKeysWith]: fetch,
    });
    return { configuration, server, keys };
  }

  const redeemed = (claims: Readonly<Record<string, unknown>>): Redeemed => ({
    vouched: personIn(claims, settings.groupsClaim),
    leftOut: groupsLeftOut(claims, settings.groupsClaim),
  });

  let found: ReturnType<typeof discover> | null = null;
  /** A failure is not kept: the next need asks again. */
  function known() {
    found ??= discover().catch((error: unknown) => {
      found = null;
      throw error;
    });
    return found;
  }

  return {
    /** The provider's address at which a person signs in. */
    async signInAddress({ state, nonce, verifier }: Expected, asOther: boolean): Promise<URL> {
      const { configuration } = await known();
      return buildAuthorizationUrl(configuration, {
        redirect_uri: redirectUri.href,
        scope: settings.scopes,
        state,
        nonce,
        code_challenge: await calculatePKCECodeChallenge(verifier),
        code_challenge_method: 'S256',
        ...(asOther && { prompt: 'login' }),
      });
    },

    /**
     * Redeems the provider's answer. No token is kept.
     * @param query the query of the callback.
     */
    async redeem(query: string, { state, nonce, verifier }: Expected): Promise<Redeemed> {
      const { configuration, server } = await known();
      const address = new URL(redirectUri);
      address.search = query;
      const tokens = await authorizationCodeGrant(configuration, address, {
        expectedState: state,
        expectedNonce: nonce,
        pkceCodeVerifier: verifier,
        idTokenExpected: true,
      });
      const claims: Record<string, unknown> = { ...tokens.claims() };
      const isWhole = nameIn(claims) !== '' && groupsIn(claims, settings.groupsClaim) !== null;
      if (isWhole || server.userinfo_endpoint === undefined) {
        return redeemed(claims);
      }
      // Some providers tell name and groups at this address only.
      const more = await fetchUserInfo(configuration, tokens.access_token, String(claims.sub));
      return redeemed({ ...more, ...claims });
    },

    /**
     * Checks the provider's message that somebody has logged out there.
     * @throws JOSEError, or TypeError when the keys cannot be fetched.
     */
    async readLogout(token: string): Promise<LoggedOut> {
      const { server, keys } = await known();
      const { payload } = await jwtVerify(token, keys, {
        algorithms: [...algorithms, 'EdDSA', 'Ed25519'],
        issuer: server.issuer,
        audience: clientId,
        clockTolerance: clockToleranceS,
        maxTokenAge: logoutTokenMs / 1000,
        requiredClaims: ['iat', 'jti', 'events'],
      });
      return checkLogoutClaims(payload);
    },
  };
}

export type Provider = ReturnType<typeof createProvider>;
