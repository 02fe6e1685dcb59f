import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Page } from '@playwright/test';
import {
  allLoaded,
  bodyRows,
  exportChoices,
  grid,
  loadedAhead,
  sortButton,
  toggleColumns,
} from '../table.ts';
import { expect, signIn, test, withPassword } from './fixtures.ts';

test.describe('from elsewhere', () => {
  test.use({ requestsFail: true });

  test('S1 a stranger’s name that is made to lead here shows nothing', async ({
    playwright,
    launchOptions,
    serve,
  }) => {
    const server = await serve();
    const { port } = new URL(server.url);
    const browser = await playwright.chromium.launch({
      ...launchOptions,
      args: [...(launchOptions.args ?? []), '--host-resolver-rules=MAP rebind.example 127.0.0.1'],
    });
    const page = await browser.newPage();
    for (const path of ['/', '/theme.js', '/livez', '/api/numbers']) {
      const response = await page.goto(`http://rebind.example:${port}${path}`).catch(() => null);
      // Chromium shows its own error page for an answer without a body.
      if (response) expect([path, response.status()]).toEqual([path, 421]);
    }
    const refusals = server.log().match(/"event":"host_refused"/g) ?? [];
    expect(refusals.length).toBeGreaterThanOrEqual(4);
    expect(server.log()).not.toContain('"status":200');
    await browser.close();
  });

  test('S3 a page of another program on this machine is refused, with our cookie or without', async ({
    browser,
    serve,
  }) => {
    const server = await serve(withPassword);
    const { url } = server;
    // A context of its own, because every refusal is an error in its console.
    const context = await browser.newContext();
    const page = await context.newPage();
    await page.goto(url);
    await signIn(page);
    await loadedAhead(page);

    const stranger = createServer((_, response) =>
      response.setHeader('content-type', 'text/html').end('<!doctype html><title>Other</title>'),
    );
    stranger.listen(0, '127.0.0.1');
    await once(stranger, 'listening');
    const { port } = stranger.address() as AddressInfo;

    const other = await context.newPage();
    await other.goto(`http://127.0.0.1:${port}/`);
    const earlier = server.log().length;
    const readable = await other.evaluate(async (target) => {
      const outcomes: string[] = [];
      const attempt = async (path: string, init: RequestInit) => {
        const text = await fetch(target + path, { credentials: 'include', ...init }).then(
          (response) => response.text(),
          () => '',
        );
        if (text !== '') outcomes.push(`${path}: ${text}`);
      };
      for (const path of ['/api/numbers', '/api/session']) {
        await attempt(path, { mode: 'no-cors' });
        await attempt(path, { mode: 'cors' });
        await attempt(path, { mode: 'no-cors', method: 'POST', body: '{"password":"x"}' });
        await attempt(path, { mode: 'cors', headers: { 'X-Requested-By': 'other' } });
        await attempt(path, { mode: 'cors', method: 'DELETE' });
      }
      for (const tag of ['img', 'script', 'iframe'] as const) {
        const element = document.createElement(tag);
        const settled = new Promise((resolve) => {
          element.onload = resolve;
          element.onerror = resolve;
        });
        element.src = `${target}/api/numbers?limit=1`;
        document.body.append(element);
        await settled;
      }
      return outcomes;
    }, url);
    expect(readable).toEqual([]);
    // A form of the other page is a navigation, which is refused as well.
    const posted = other.waitForResponse((response) => response.url() === `${url}/api/session`);
    await other.evaluate((target) => {
      const form = document.createElement('form');
      form.method = 'post';
      form.enctype = 'text/plain';
      form.action = `${target}/api/session`;
      document.body.append(form);
      form.submit();
    }, url);
    expect((await posted).status()).toBe(403);
    const lines = server
      .log()
      .slice(earlier)
      .trimEnd()
      .split('\n')
      .map((line): Record<string, unknown> => JSON.parse(line));
    // A browser may ask for the icon of a page at any time.
    const answered = lines.filter(
      ({ msg, path }) => msg === 'request' && String(path).startsWith('/api'),
    );
    expect(answered.length).toBeGreaterThanOrEqual(14);
    for (const line of answered) expect(line).toMatchObject({ status: 403 });
    expect(lines.filter(({ site }) => site === 'same-site')).toHaveLength(answered.length);
    // The session, which the other page could not use, is still alive.
    expect(await page.evaluate(async () => (await fetch('/api/session')).status)).toBe(200);
    await context.close();
    stranger.close();
    stranger.closeAllConnections();
  });
});

/** Records every violation of the content security policy that the page reports. */
async function watchViolations(page: Page): Promise<string[]> {
  const violations: string[] = [];
  await page.exposeFunction('reportViolation', (violation: string) => violations.push(violation));
  await page.addInitScript(() => {
    addEventListener('securitypolicyviolation', ({ effectiveDirective, blockedURI, sample }) => {
      const { reportViolation } = globalThis as unknown as Record<string, (text: string) => void>;
      reportViolation?.(`${effectiveDirective} ${blockedURI} ${sample}`);
    });
  });
  return violations;
}

test.describe('S25 the content security policy', () => {
  test.use({ requestsFail: true });

  test('S25 is never violated: sign-in, filters, sort, search, details, exports, sign-out', async ({
    page,
    serve,
  }) => {
    const { url } = await serve({ ...withPassword, ALLOW_TOKEN_REVEAL: 'true' });
    const violations = await watchViolations(page);
    const response = await page.goto(url);
    expect(response?.headers()['content-security-policy']).toContain('require-trusted-types-for');
    await signIn(page);
    await loadedAhead(page);
    await page.getByRole('button', { name: /theme$/ }).click();
    await toggleColumns(page, 'Type', 'Number SID');
    const rail = page.getByRole('navigation', { name: 'Filters' });
    await rail.getByRole('group', { name: 'Voice' }).getByText('Yes', { exact: true }).click();
    await expect(page).toHaveURL(/voice=true/);
    await sortButton(page, 'Rented').click();
    await bodyRows(page).first().click();
    await expect(page.getByRole('complementary')).toBeVisible();
    await page.keyboard.press('Escape');
    for (const format of ['CSV', 'Excel', 'JSON']) {
      const download = page.waitForEvent('download');
      await page.getByRole('button', { name: /^Export / }).click();
      await exportChoices(page)
        .getByRole('button', { name: new RegExp(`^${format}`) })
        .click();
      await (await download).path();
    }
    await page.getByRole('button', { name: 'Sign out' }).click();
    await expect(page.getByLabel('Password')).toBeVisible();
    expect(violations).toEqual([]);
  });
});

test('S25 is enforced: nothing injected into the page runs or loads', async ({
  browser,
  serve,
}) => {
  const { url } = await serve();
  // A context of its own, because every refusal is an error in its console.
  const page = await browser.newPage();
  const violations = await watchViolations(page);
  await page.goto(url);
  await expect(bodyRows(page).first()).toBeVisible();
  const outcome = await page.evaluate(async () => {
    const thrown: string[] = [];
    const attempt = (name: string, run: () => unknown) => {
      try {
        run();
      } catch {
        thrown.push(name);
      }
    };
    const holder = document.createElement('div');
    attempt('innerHTML', () => {
      holder.innerHTML = '<img src=x onerror="window.ran = true">';
    });
    attempt('script.text', () => {
      document.createElement('script').text = 'window.ran = true';
    });
    attempt('script.src', () => {
      document.createElement('script').src = '/theme.js';
    });
    attempt('Worker', () => new Worker('/theme.js'));
    attempt('another policy', () =>
      (
        globalThis as unknown as {
          trustedTypes: { createPolicy(name: string, rules: object): void };
        }
      ).trustedTypes //
        .createPolicy('mine', {}),
    );
    const style = document.createElement('style');
    style.textContent = 'body { display: none }';
    document.head.append(style);
    const image = document.createElement('img');
    image.src = 'https://evil.example/x.png';
    document.body.append(image);
    const frame = document.createElement('iframe');
    frame.src = '/';
    document.body.append(frame);
    await fetch('https://evil.example/').catch(() => {});
    const { ran } = globalThis as unknown as { ran?: boolean };
    return { thrown, ran: ran ?? false, display: getComputedStyle(document.body).display };
  });
  expect(outcome).toEqual({
    thrown: ['innerHTML', 'script.text', 'script.src', 'Worker', 'another policy'],
    ran: false,
    display: 'block',
  });
  for (const directive of ['trusted-types', 'style-src', 'img-src', 'frame-src', 'connect-src']) {
    await expect.poll(() => violations.join('\n')).toContain(directive);
  }
  await page.close();
});

test('S33 whatever the vendor’s texts say is text, and no address of them is a link', async ({
  page,
  serve,
  vendor,
}) => {
  const image = '<img src=x onerror="window.ran = true">';
  vendor.firstRow = {
    number_sid: `"><script>window.ran = true</script>`,
    name: image,
    country_code: '"><img src=x>',
    country_name: '<b onclick=x>Bold</b>',
    type: '<svg/onload=x>',
    mode: '<i>mode</i>',
    call_controller: 'javascript:window.ran=true',
    msg_controller: 'data:text/html,<script>window.ran = true</script>',
    call_app_sid: '<a href=//evil.example>app</a>',
    msg_app_sid: '{{constructor.constructor("window.ran = true")()}}',
  };
  const { url } = await serve(vendor.env);
  await page.goto(url);
  await expect(allLoaded(page)).toBeVisible();
  const first = bodyRows(page).first();
  await expect(first).toContainText(image);
  await expect(first).toContainText('window.ran=true');
  await first.click();
  const panel = page.getByRole('complementary');
  for (const text of Object.values(vendor.firstRow))
    await expect(panel).toContainText(String(text));
  const links = await page
    .locator('a[href]')
    .evaluateAll((all) => all.map((one) => one.getAttribute('href')));
  // Our own paths, the place that the skip link leads to, and the vendor's documentation for a check.
  const ours = /^(#main|\/[\w?=&.+%-]*|https:\/\/www\.apifonica\.com\/en\/docs\/[\w./#:~=%-]*)$/;
  for (const href of links) expect(href).toMatch(ours);
  await expect(page.locator('b, i, svg[onload], [onerror], [onclick]')).toHaveCount(0);
  const sources = await grid(page)
    .locator('img')
    .evaluateAll((images) => images.map((one) => one.getAttribute('src')));
  expect(new Set(sources)).toEqual(new Set(['flags/GB.svg']));
  expect(await page.evaluate(() => 'ran' in globalThis)).toBe(false);
});
