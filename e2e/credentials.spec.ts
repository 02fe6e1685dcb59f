import { once } from 'node:events';
import { wirePage } from '#sandbox/stand-in/documented-row.ts';
import { type Answer, sendJson, startStandIn } from '#sandbox/stand-in/start-stand-in.ts';
import { ask } from './api.ts';
import { expect, test } from './fixtures.ts';
import { wireNumber } from './secret-row.ts';

const accountSid = 'acc-canary-0001';
const authToken = 'Canary/Token+with=odd:characters&"quotes"';
const sipToken = 'canary-sip-secret-5f0c';

const base64 = (text: string) => Buffer.from(text).toString('base64');

/** Every form in which the secrets could appear. */
const secrets = [
  authToken,
  encodeURIComponent(authToken),
  JSON.stringify(authToken).slice(1, -1),
  base64(authToken),
  base64(`${accountSid}:${authToken}`),
  Buffer.from(authToken).toString('base64url'),
  Buffer.from(`${accountSid}:${authToken}`).toString('base64url'),
  Buffer.from(authToken).toString('hex'),
  sipToken,
  base64(sipToken),
];

const row = wireNumber(accountSid, sipToken);
const page = wirePage([row]);

const live = (APIFONICA_API_URL: string) => ({
  APIFONICA_ACCOUNT_SID: accountSid,
  APIFONICA_AUTH_TOKEN: authToken,
  APIFONICA_API_URL,
  LOG_LEVEL: 'trace',
});

/** Everything in an answer that a client can see. */
async function seen(response: Response): Promise<string> {
  return [response.statusText, ...[...response.headers].flat(), await response.text()].join('\n');
}

function expectNoSecret(text: string, where: string) {
  for (const secret of secrets) expect(text.includes(secret), `${secret} in ${where}`).toBe(false);
}

/** Error answers that repeat the request's headers, like those of a careless upstream. */
const echo =
  (status: number): Answer =>
  (request, response) => {
    const { authorization = '' } = request.headers;
    response.setHeader('x-echo', authorization);
    response.setHeader('set-cookie', `echo=${encodeURIComponent(authorization)}`);
    response.setHeader(
      'location',
      `https://${accountSid}:${encodeURIComponent(authToken)}@evil.example/`,
    );
    sendJson(response, { authorization, authToken, url: request.url, token: sipToken }, status);
  };

const answers: Record<string, Answer> = {
  'a page': (_, response) => sendJson(response, page),
  'a redirect': echo(302),
  'a bad request': echo(400),
  'no authorisation': echo(401),
  'no permission': echo(403),
  'no such list': echo(404),
  'too many requests': echo(429),
  'an error': echo(500),
  'a page that is none': echo(200),
  'a row that is broken': (_, response) =>
    sendJson(response, wirePage([{ ...row, voice: authToken }])),
  'a link with credentials': (_, response) =>
    sendJson(response, {
      ...page,
      next: `https://${accountSid}:${encodeURIComponent(authToken)}@api.example/?next=1`,
    }),
  'no JSON': (request, response) =>
    response
      .writeHead(200, { 'content-type': 'application/json' })
      .end(`<${request.headers.authorization}>`),
  'half an answer': (request, response) => {
    response.writeHead(200, { 'content-type': 'application/json', 'content-length': '9999' });
    response.write(JSON.stringify(request.headers), () => response.destroy());
  },
  nothing: (request) => request.destroy(),
};

const paths = ['/api/numbers', '/api/numbers?voice=true', '/api/numbers?token=1'];
const otherPaths = ['/', '/livez', '/api/session', '/api/nope'];

test('no secret gets out, whatever Apifonica answers', async ({ serve }) => {
  let answer: Answer = () => {};
  const upstream = await startStandIn((request, response) => answer(request, response));
  // Long enough for one repetition, so that the test need not wait for all of them.
  const server = await serve({ ...live(upstream.url), UPSTREAM_DEADLINE_MS: '1500' });
  // Skips the server's cache of recent pages.
  const headers = { 'cache-control': 'no-cache' };
  const expectSilence = async (path: string, situation: string) =>
    expectNoSecret(
      await seen(await ask(server.url + path, { headers })),
      `${path} with ${situation}`,
    );

  for (const path of otherPaths) await expectSilence(path, 'no answer yet');
  for (const [situation, given] of Object.entries(answers)) {
    answer = given;
    upstream.requests.length = 0;
    for (const path of paths) await expectSilence(path, situation);
    // The server did send requests with the credentials; otherwise this test would prove nothing.
    for (const { headers, url } of upstream.requests) {
      expect(headers.authorization).toBe(`Basic ${base64(`${accountSid}:${authToken}`)}`);
      expect(url).toContain(`/v2/accounts/${accountSid}/numbers?`);
      expectNoSecret(String(url), 'the address that was asked');
    }
    expect(upstream.requests.length, situation).toBeGreaterThanOrEqual(2);
  }
  upstream.close();
  expectNoSecret(server.output(), 'standard output');
  expectNoSecret(server.log(), 'standard error');
  expect(server.log()).toContain('"path":"/api/numbers"');
});

test('the token of a row stays on the server: the browser learns only that there is one', async ({
  serve,
}) => {
  const upstream = await startStandIn((_, response) => sendJson(response, page));
  const { url } = await serve(live(upstream.url));
  const { numbers } = await (await ask(`${url}/api/numbers`)).json();
  expect(numbers).toMatchObject([{ number: '447480600503', has_token: true }]);
  expect(numbers[0]).not.toHaveProperty('token');
  upstream.close();
});

test.describe('requests in flight', () => {
  // Only a client that leaves may end a call here, not the server's time limits.
  test.setTimeout(100_000);
  const patient = { UPSTREAM_TIMEOUT_MS: '600000', UPSTREAM_DEADLINE_MS: '600000' };

  /** An upstream that holds every answer back until the test sends it. */
  async function startHeldUpstream() {
    const held: { response: Parameters<Answer>[1]; gone: Promise<unknown> }[] = [];
    let arrived = () => {};
    const first = new Promise<void>((resolve) => {
      arrived = resolve;
    });
    const upstream = await startStandIn((_, response) => {
      held.push({ response, gone: once(response, 'close') });
      arrived();
    });
    return { ...upstream, first, held };
  }

  test('two equal ones make one call', async ({ serve }) => {
    const upstream = await startHeldUpstream();
    const { url } = await serve({ ...live(upstream.url), ...patient });
    const both = [ask(`${url}/api/numbers`), ask(`${url}/api/numbers`)];
    await upstream.first;
    // This request is sent later and answered, so the server has read both by now.
    await ask(`${url}/livez`);
    for (const { response } of upstream.held) sendJson(response, page);
    for (const answer of await Promise.all(both)) expect(answer.status).toBe(200);
    expect(upstream.requests).toHaveLength(1);
    upstream.close();
  });

  test('a client that goes away takes its call with it', async ({ serve }) => {
    const upstream = await startHeldUpstream();
    const { url } = await serve({ ...live(upstream.url), ...patient });
    const client = new AbortController();
    const asked = ask(`${url}/api/numbers`, { signal: client.signal });
    await upstream.first;
    client.abort();
    await expect(asked).rejects.toThrow('aborted');
    await upstream.held[0]?.gone;
    expect(upstream.held[0]?.response.writableFinished).toBe(false);
    upstream.close();
  });

  test('when one of two clients goes away, the other still gets the answer', async ({ serve }) => {
    const upstream = await startHeldUpstream();
    const { url } = await serve({ ...live(upstream.url), ...patient });
    const client = new AbortController();
    const leaving = ask(`${url}/api/numbers`, { signal: client.signal });
    const staying = ask(`${url}/api/numbers`);
    await upstream.first;
    await ask(`${url}/livez`);
    client.abort();
    await expect(leaving).rejects.toThrow('aborted');
    await ask(`${url}/livez`);
    for (const { response } of upstream.held) sendJson(response, page);
    expect((await staying).status).toBe(200);
    expect(upstream.requests).toHaveLength(1);
    upstream.close();
  });
});
