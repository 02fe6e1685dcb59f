import type { Environment } from '../../environment.ts';
import { isLoopback } from '../address.ts';
import { type RoleRule, readRoleRules } from './role-rules.ts';

/** How people sign in at the company's identity provider (OpenID Connect). */
export interface OidcSettings {
  issuer: URL;
  clientId: string;
  clientSecret: string;
  /** Scopes with spaces between them. */
  scopes: string;
  /** The claim that lists the groups of a person. */
  groupsClaim: string;
  roles: readonly RoleRule[];
  /** Seconds that the clocks of the provider and of this machine may be apart. */
  clockToleranceS: number;
}

const mostToleranceS = 300;
const discoveryPath = '/.well-known/openid-configuration';
/** RFC 6749, appendix A.4, with spaces between several scopes. */
const scopesPattern = /^[\x21\x23-\x5b\x5d-\x7e]+( [\x21\x23-\x5b\x5d-\x7e]+)*$/;

function readIssuer(env: Environment): URL | undefined {
  const issuer = env.url('OIDC_ISSUER');
  if (issuer === undefined) return undefined;
  if (issuer.protocol !== 'https:' && !isLoopback(issuer.hostname)) {
    env.refuse('OIDC_ISSUER must be https, so that nobody on the way can say who signs in.');
  }
  if (issuer.pathname.endsWith(discoveryPath)) {
    env.refuse(`OIDC_ISSUER must end before ${discoveryPath}, which the dashboard adds itself.`);
  }
  return issuer;
}

function readRoles(env: Environment, isOn: boolean): RoleRule[] {
  const text = env.text('OIDC_ROLES');
  const { rules, faults } = readRoleRules(text ?? '');
  for (const fault of faults) {
    env.refuse(
      `OIDC_ROLES has ${JSON.stringify(fault)}; write viewer, operator or admin, an equals sign and a group, such as admin=telecom-admins,viewer=*.`,
    );
  }
  if (isOn && rules.length === 0 && faults.length === 0) {
    env.refuse(
      'OIDC_ISSUER is set but no role: set OIDC_ROLES too, such as admin=telecom-admins,viewer=*, where * is everybody who can sign in.',
    );
  }
  return rules;
}

function readScopes(env: Environment): string {
  const scopes = env.text('OIDC_SCOPES') ?? 'openid profile email';
  if (!scopesPattern.test(scopes)) {
    env.refuse('OIDC_SCOPES must be scopes with one space between them.');
  } else if (!scopes.split(' ').includes('openid')) {
    env.refuse('OIDC_SCOPES must include openid.');
  }
  return scopes;
}

/** The sign-in at the company's provider, or null without `OIDC_ISSUER`. */
export function readOidc(env: Environment, publicOrigin: URL | null): OidcSettings | null {
  const before = env.problems.length;
  const issuer = readIssuer(env);
  const hasIssuer = env.text('OIDC_ISSUER') !== undefined;
  const clientId = env.text('OIDC_CLIENT_ID');
  const faultsBefore = env.problems.length;
  const clientSecret = env.secret('OIDC_CLIENT_SECRET');
  const isSecretFaulty = env.problems.length > faultsBefore;
  const settings = {
    scopes: readScopes(env),
    groupsClaim: env.text('OIDC_GROUPS_CLAIM') ?? 'groups',
    roles: readRoles(env, hasIssuer),
    clockToleranceS: env.integer('OIDC_CLOCK_TOLERANCE_S', 30, 0, mostToleranceS),
  };
  if (!hasIssuer) {
    if (clientId !== undefined || clientSecret !== undefined || settings.roles.length > 0) {
      env.refuse(
        'OIDC_CLIENT_ID, OIDC_CLIENT_SECRET or OIDC_ROLES is set but no provider: set OIDC_ISSUER too, or unset them.',
      );
    }
    return null;
  }
  if (clientId === undefined) {
    env.refuse('OIDC_ISSUER is set but no client: set OIDC_CLIENT_ID too.');
  }
  if (clientSecret === undefined && !isSecretFaulty) {
    env.refuse(
      'OIDC_ISSUER is set but no secret of the client: set OIDC_CLIENT_SECRET or OIDC_CLIENT_SECRET_FILE too.',
    );
  }
  if (publicOrigin === null) {
    env.refuse(
      'OIDC_ISSUER needs PUBLIC_ORIGIN, the address to which the provider sends people back.',
    );
  }
  if (env.problems.length > before || issuer === undefined) return null;
  if (clientId === undefined || clientSecret === undefined) return null;
  return { issuer, clientId, clientSecret, ...settings };
}
