import type { Environment } from './environment.ts';

/** The proxy on the way out, from the environment. */
export interface OutboundProxy {
  /** The address without user and password. */
  url: string;
  /** The value of `Proxy-Authorization`; null when the address names no user. */
  authorization: string | null;
  /** The hosts that are asked without the proxy, as `NO_PROXY` lists them. */
  except: string;
}

/** The lower-case names win, as in curl and undici. */
const names = ['https_proxy', 'HTTPS_PROXY', 'http_proxy', 'HTTP_PROXY'];

function decoded(text: string): string | null {
  try {
    return decodeURIComponent(text);
  } catch {
    return null;
  }
}

/**
 * Reads the proxy from the file that `HTTPS_PROXY_FILE` names, from `HTTPS_PROXY`, or else from
 * `HTTP_PROXY`, and the exceptions from `NO_PROXY`. A problem never quotes the value, because it
 * may hold a password.
 */
export function readProxy(env: Environment): OutboundProxy | null {
  const isInFile = env.text('HTTPS_PROXY_FILE') !== undefined;
  const [name] = isInFile ? ['HTTPS_PROXY'] : names.filter((one) => env.text(one) !== undefined);
  // Each address may hold a password, also one that another takes precedence over.
  for (const one of names) env.secretNames.add(one);
  if (name === undefined) return null;
  const given = isInFile ? env.secret(name) : env.text(name);
  if (given === undefined) return null;
  const refuse = (line: string) => {
    env.refuse(`${name} ${line}`);
    return null;
  };
  const expected = 'is not the address of a proxy; it looks like http://proxy.example:3128.';
  const address = given.includes('://') ? given : `http://${given}`;
  if (!URL.canParse(address)) return refuse(expected);
  const { protocol, host, pathname, search, hash, username, password } = new URL(address);
  if (protocol !== 'http:' && protocol !== 'https:') {
    return refuse('must be an http or https proxy; other kinds are not supported.');
  }
  if (pathname !== '/' || search !== '' || hash !== '') return refuse(expected);
  const [user, secret] = [decoded(username), decoded(password)];
  if (user === null || secret === null) {
    return refuse('has a % in its user or password that has to be written as %25.');
  }
  const basic = Buffer.from(`${user}:${secret}`).toString('base64');
  return {
    url: `${protocol}//${host}`,
    authorization: user === '' && secret === '' ? null : `Basic ${basic}`,
    except: env.text('no_proxy') ?? env.text('NO_PROXY') ?? '',
  };
}
