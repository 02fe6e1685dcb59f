import { readdir, readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import type { Page } from '@playwright/test';
import { ask } from '../api.ts';
import { allLoaded, bodyRows, exportChoices } from '../table.ts';
import {
  expect,
  sessionCookie,
  signIn,
  signInDialog,
  storageDump,
  test,
  withPassword,
} from './fixtures.ts';
import { type Answer, canaries, startVendor } from './vendor.ts';

test.use({ requestsFail: true });

const { accountSid, authToken, sipToken } = canaries;

/** Every form in which a secret could leak. */
function forms(secret: string): string[] {
  const bytes = Buffer.from(secret);
  return [
    secret,
    encodeURIComponent(secret),
    bytes.toString('hex'),
    // Inside a longer text, base64 of the secret has one of three forms, by its offset; only the
    // middle is certain.
    ...[0, 1, 2].map((shift) =>
      Buffer.concat([Buffer.alloc(shift), bytes])
        .toString('base64')
        .slice(4, -4),
    ),
    bytes.toString('base64url').replace(/=/g, '').slice(0, -2),
  ];
}
const credentials = [...forms(authToken), ...forms(`${accountSid}:${authToken}`)];
const everySecret = [...credentials, ...forms(sipToken)];

function expectNone(secrets: readonly string[], where: string, text: string): void {
  for (const secret of secrets) expect(text.includes(secret), `${secret} in ${where}`).toBe(false);
}

/** Records everything that the browser receives from now on, as text. */
function record(page: Page): () => Promise<string> {
  const sent: Promise<string>[] = [];
  page.on('response', (response) => {
    const body = response.body().then(String, () => '');
    const headers = response.allHeaders().catch(() => ({}));
    sent.push(Promise.all([response.url(), headers, body]).then((parts) => JSON.stringify(parts)));
  });
  return async () => (await Promise.all(sent)).join('\n');
}

async function exportAs(page: Page, format: string): Promise<Buffer> {
  const download = page.waitForEvent('download');
  await page.getByRole('button', { name: /^Export / }).click();
  await exportChoices(page)
    .getByRole('button', { name: new RegExp(`^${format}`) })
    .click();
  return readFile(await (await download).path());
}

const basic = Buffer.from(`${accountSid}:${authToken}`).toString('base64');
const everything = `${authToken} ${sipToken} ${basic}`;
const faults: [string, Answer][] = [
  ...[400, 401, 403, 404, 410, 418, 429, 500, 503].map((status): [string, Answer] => [
    String(status),
    (response) =>
      response
        .writeHead(status, { 'x-echo': encodeURIComponent(everything), 'retry-after': '30' })
        .end(everything),
  ]),
  ['302', (response) => response.writeHead(302, { location: `/${basic}` }).end()],
  ['HTML', (response) => response.setHeader('content-type', 'text/html').end(everything)],
  [
    'half JSON',
    (response) => response.setHeader('content-type', 'application/json').end(`{"${everything}`),
  ],
  [
    'a strange page',
    (response) =>
      response
        .setHeader('content-type', 'application/json')
        .end(JSON.stringify({ next: everything, numbers: [{ token: sipToken }, everything] })),
  ],
  ['a cut', (response) => response.destroy()],
  ['nothing', () => {}],
];

test('S14 and S15 no secret leaves the server, in whatever form', async ({
  page,
  serve,
  vendor,
}) => {
  const server = await serve({ ...vendor.env, ...withPassword });
  const { url } = server;
  const sent = record(page);
  await page.goto(url);
  await signIn(page);
  await expect(allLoaded(page)).toBeVisible();
  await expect(page.getByText('Live', { exact: true })).toBeVisible();
  await bodyRows(page).first().click();
  await expect(page.getByRole('complementary')).toContainText('Set, kept on the server');
  await page.keyboard.press('Escape');
  for (const format of ['CSV', 'Excel', 'JSON']) {
    expectNone(everySecret, format, (await exportAs(page, format)).toString('latin1'));
  }
  expectNone(everySecret, 'the document', await page.content());
  expectNone(everySecret, 'the storage', await storageDump(page));

  const cookie = await sessionCookie(page);
  for (const [name, fault] of faults) {
    vendor.fault = fault;
    const response = await ask(`${url}/api/numbers`, {
      headers: { cookie, 'cache-control': 'no-cache' },
    });
    expect(response.ok, name).toBe(false);
    const said = JSON.stringify([[...response.headers], await response.text()]);
    expect(said).toContain('upstream_');
    expectNone([...everySecret, vendor.url], name, said);
  }
  await page.getByRole('button', { name: 'Refresh' }).click();
  await expect(page.getByRole('alert')).toBeVisible();
  expectNone(everySecret, 'the document', await page.content());

  const metrics = await (await ask(`${url}/metrics`)).text();
  expect(metrics).toContain('upstream_attempt_duration_seconds');
  expectNone([...everySecret, accountSid], 'the metrics', metrics);
  expectNone(everySecret, 'what was sent', await sent());
  expect(await sent()).toContain('Desk 59');
  expectNone([...everySecret, sipToken], 'the log', server.log());
  expectNone(everySecret, 'the output', server.output());
  // The secrets were really in use:
  expect(vendor.received[0]?.headers.authorization).toBe(`Basic ${basic}`);
});

test('S14 the build knows no secret and carries no source map', async () => {
  const client = fileURLToPath(new URL('../../dist/client', import.meta.url));
  const names = await readdir(client, { recursive: true });
  expect(names.filter((name) => name.endsWith('.map'))).toEqual([]);
  for (const name of names.filter((file) => /\.(js|css|html)$/.test(file))) {
    const text = await readFile(`${client}/${name}`, 'utf8');
    expect(text, name).not.toMatch(/sourceMappingURL|APIFONICA_|DASHBOARD_PASSWORD|process\.env/);
  }
});

test("S17 neither server nor page follows a vendor's link to another server", async ({
  page,
  serve,
  vendor,
}) => {
  const canary = await startVendor();
  const { url } = await serve(vendor.env);
  vendor.fault = (response) =>
    response.setHeader('content-type', 'application/json').end(
      JSON.stringify({
        limit: 20,
        prev: null,
        next: `${canary.url}/v2/accounts/${accountSid}/numbers?next=1`,
        numbers: [],
      }),
    );
  await page.goto(url);
  await expect(page.getByRole('alert')).toContainText('Apifonica');
  expect(vendor.received.length).toBeGreaterThan(0);
  expect(canary.received).toEqual([]);
  await canary.close();
});

test('S16 a token is shown where that is allowed: masked, for 30 seconds, with a line in the log', async ({
  page,
  serve,
  vendor,
}) => {
  const server = await serve({ ...vendor.env, ...withPassword, ALLOW_TOKEN_REVEAL: 'true' });
  await page.clock.install();
  await page.goto(server.url);
  await signIn(page);
  await expect(allLoaded(page)).toBeVisible();
  await bodyRows(page).first().click();
  const panel = page.getByRole('complementary');
  const revealed = page.waitForResponse(/\/token$/);
  const pressedAt = await page.evaluate(() => Date.now());
  await panel.getByRole('button', { name: 'Reveal for 30 s' }).click();
  expect((await revealed).headers()['cache-control']).toBe('no-store');
  await expect(panel).toContainText('•'.repeat(16));
  expectNone([sipToken], 'the document', await page.content());
  await panel.getByRole('button', { name: 'Show', exact: true }).click();
  await expect(panel).toContainText(sipToken);
  expectNone([sipToken], 'the storage', await storageDump(page));

  // The clock stands still from here on, however long the steps before have taken.
  await page.clock.pauseAt(pressedAt + 29_000);
  await expect(panel).toContainText(sipToken);
  await page.clock.fastForward(30_000);
  await expect(panel.getByRole('button', { name: 'Reveal for 30 s' })).toBeVisible();
  expectNone([sipToken], 'the document', await page.content());

  const audit = server
    .log()
    .trimEnd()
    .split('\n')
    .map((line): Record<string, unknown> => JSON.parse(line))
    .filter(({ event }) => event === 'token_revealed');
  expect(audit).toEqual([expect.objectContaining({ number_sid: 'num-0', client: '127.0.0.1' })]);
  expectNone(everySecret, 'the log', server.log());
});

test('S16 where it is not allowed, nothing offers the token', async ({ page, serve, vendor }) => {
  const { url } = await serve({ ...vendor.env, ...withPassword });
  await page.goto(url);
  await expect(signInDialog(page)).toBeVisible();
  await signIn(page);
  await expect(allLoaded(page)).toBeVisible();
  await bodyRows(page).first().click();
  const panel = page.getByRole('complementary');
  await expect(panel).toContainText('Set, kept on the server');
  await expect(panel.getByRole('button', { name: /Reveal/ })).toHaveCount(0);
  const response = await ask(`${url}/api/numbers/num-0/token`, {
    method: 'POST',
    headers: { cookie: await sessionCookie(page), 'content-type': 'application/json' },
    body: JSON.stringify({ number: '447480600500' }),
  });
  expect(response.status).toBe(404);
});
