import { readFile, writeFile } from 'node:fs/promises';
import type { Page } from '@playwright/test';
import { said } from './announcements.ts';
import { ask } from './api.ts';
import { expectNoViolations } from './axe.ts';
import { expect, test } from './fixtures.ts';
import { readCsv } from './read-files.ts';
import { bodyRows, grid, loadedAhead, statusLine } from './table.ts';

interface Report {
  total: number;
  counts: Record<string, number>;
  levels: Record<'error' | 'warning' | 'info', number>;
  findings: { number: string; number_sid: string; rule: string; level: string; message: string }[];
  accepted: { findings: number; counts: Record<string, number> };
  failed: boolean;
}

const rule = 'private-network-webhook';
const title = 'Private-network webhook';

const rail = (page: Page) => page.getByRole('navigation', { name: 'Filters' });
const check = (page: Page, name: string) =>
  rail(page).getByRole('button', { name: new RegExp(`^${name}\\b`) });
const panel = (page: Page) => page.getByRole('complementary');
const findings = (page: Page) => panel(page).getByRole('region', { name: /^Checks/ });

/** The server's report on the same numbers; the page must find the same. */
async function report(url: string, search = ''): Promise<Report> {
  return (await (await ask(`${url}/api/checks${search}`)).json()) as Report;
}

/** Requests a report like a job with a file of accepted findings. */
const postAccepted = (url: string, body: string, headers: Record<string, string> = {}) =>
  ask(`${url}/api/checks?fail-on=warning`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json', ...headers },
    body,
  });

async function loadAll(page: Page) {
  await page.getByRole('button', { name: 'Load all' }).click();
  await expect(statusLine(page)).toContainText(/^All /);
  await expect(rail(page).getByRole('heading', { name: 'Checks', exact: true })).toBeVisible();
}

test.describe('a scheduled job', () => {
  test('gets the findings by status and report', async ({ sharedServer }) => {
    const { url } = await sharedServer();
    const failing = await ask(`${url}/api/checks?fail-on=warning`);
    expect(failing.status).toBe(422);
    const { total, levels, findings, failed } = (await failing.json()) as Report;
    expect({ total, failed }).toEqual({ total: 500, failed: true });
    expect(levels.warning).toBeGreaterThan(0);
    expect(findings.some((finding) => finding.rule === rule)).toBe(true);

    const sound = await ask(`${url}/api/checks?number=10000000000`);
    expect(sound.status).toBe(200);
    expect(await sound.json()).toMatchObject({ total: 0, failed: false, findings: [] });
  });

  test('does not fail for accepted findings, and gets their count', async ({ sharedServer }) => {
    const { url } = await sharedServer();
    const { findings, levels } = await report(url);
    const bad = findings.filter(({ level }) => level !== 'info');
    const [one] = bad;
    const at = '2026-06-01T12:00:00.000Z';
    const accept = (...accepted: { rule: string; number_sid?: string }[]) =>
      JSON.stringify({
        version: 1,
        accepted: accepted.map((entry) => ({ ...entry, note: 'Meant', at })),
      });

    const some = await postAccepted(url, accept({ rule: one!.rule, number_sid: one!.number_sid }));
    expect(some.status).toBe(422);
    const left = (await some.json()) as Report;
    expect(left.findings).not.toContainEqual(one);
    expect(left.findings.length + left.accepted.findings).toBe(findings.length);
    expect(left.accepted.counts[one!.rule]).toBe(1);

    const all = await postAccepted(url, accept(...bad.map(({ rule }) => ({ rule }))));
    expect(all.status).toBe(200);
    expect(await all.json()).toMatchObject({
      failed: false,
      levels: { error: 0, warning: 0, info: levels.info },
      accepted: { findings: bad.length },
    });
  });

  test('that sends another body is told its fault', async ({ sharedServer }) => {
    const { url } = await sharedServer();
    const sound = '{"version": 1, "accepted": []}';
    for (const [name, answer, status, words] of [
      ['broken', postAccepted(url, '{"version": 1, "accepted": [{}]}'), 400, /entry 1: rule is/],
      ['a form', postAccepted(url, sound, { 'Content-Type': 'text/plain' }), 415, /Content-Type/],
      ['endless', postAccepted(url, sound.padEnd(12_000_000)), 413, /larger than 8388608 bytes/],
      ['from elsewhere', postAccepted(url, sound, { 'X-Requested-By': '' }), 403, /X-Requested-By/],
    ] as const) {
      const response = await answer;
      expect(response.status, name).toBe(status);
      expect(response.headers.get('content-type')).toBe('application/problem+json');
      expect(((await response.json()) as { detail: string }).detail).toMatch(words);
    }
  });

  test('that sends HEAD is refused without a walk', async ({ serve }) => {
    const { url, log } = await serve();
    for (const [path, status] of [
      ['/api/checks', 405],
      ['/api/inventory', 200],
    ] as const) {
      expect((await ask(url + path, { method: 'HEAD' })).status, path).toBe(status);
    }
    const refused = await ask(`${url}/api/checks`, { method: 'HEAD' });
    expect(refused.headers.get('allow')).toBe('GET, POST');
    expect(log()).not.toContain('"upstream"');
  });

  test('with an invalid parameter is told which one', async ({ sharedServer }) => {
    const { url } = await sharedServer();
    const refused = await ask(`${url}/api/checks?fail-on=fatal`);
    expect(refused.status).toBe(400);
    expect(await refused.json()).toMatchObject({ code: 'invalid_query', parameter: 'fail-on' });
  });

  for (const [scenario, status] of [
    ['malformed-later', 502],
    ['down', 502],
  ] as const) {
    test(`gets no report of a list that is ${scenario}`, async ({ serve }) => {
      const { url } = await serve({ SANDBOX_SCENARIO: scenario, UPSTREAM_DEADLINE_MS: '3000' });
      const failed = await ask(`${url}/api/checks`);
      expect(failed.status).toBe(status);
      expect(failed.headers.get('content-type')).toBe('application/problem+json');
      expect(await failed.json()).not.toHaveProperty('findings');
    });
  }

  test('signs in where there is a password', async ({ serve }) => {
    const { url } = await serve({ DASHBOARD_PASSWORD: 'correct horse' });
    expect((await ask(`${url}/api/checks`)).status).toBe(401);
    const entered = await ask(`${url}/api/session`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify({ password: 'correct horse' }),
    });
    const cookie = (entered.headers.get('set-cookie') ?? '').split(';')[0]!;
    expect((await ask(`${url}/api/checks`, { headers: { cookie } })).status).toBe(422);
  });
});

test('the rail counts what the server counts, and a rule filters the table', async ({
  page,
  sharedServer,
}) => {
  const { url } = await sharedServer();
  const { levels, counts } = await report(url);
  await page.goto(url);
  await loadAll(page);
  for (const [name, level] of [
    ['Errors', 'error'],
    ['Warnings', 'warning'],
    ['Notices', 'info'],
  ] as const) {
    await expect(check(page, name)).toHaveText(`${name}${levels[level]}`);
  }
  await check(page, title).click();
  await expect(page).toHaveURL(`${url}/?check=${rule}`);
  await expect(statusLine(page)).toContainText(`${counts[rule]} of all 500 rows match`);
  await expect(grid(page)).toHaveAttribute('aria-rowcount', `${counts[rule]! + 1}`);
  const cells = bodyRows(page).getByRole('gridcell', { name: /^(Error|Warning): / });
  await expect(cells).toHaveCount(await bodyRows(page).count());
});

test('a level filters the table, and an open number says what was found and why', async ({
  page,
  sharedServer,
}) => {
  const { url } = await sharedServer();
  const { levels, findings: all } = await report(url);
  const one = all.find((finding) => finding.rule === rule)!;
  await page.goto(`${url}/?open=${one.number}`);
  await expect(findings(page)).toContainText(one.message);

  await page.goto(`${url}/?check=error`);
  await loadAll(page);
  await expect(statusLine(page)).toContainText(`${levels.error} of all 500 rows match`);
  await page.getByRole('button', { name: 'Remove filter Check Errors' }).click();
  await expect(page).toHaveURL(`${url}/`);
});

test('an address with a check that does not exist shows all numbers', async ({
  page,
  sharedServer,
}) => {
  const { url } = await sharedServer();
  await page.goto(`${url}/?check=nope`);
  await expect(page).toHaveURL(`${url}/`);
  await expect(bodyRows(page).first()).toBeVisible();
});

test('counts of a part say so, and a filter by checks offers to look through the rest', async ({
  page,
  sharedServer,
}) => {
  const { url } = await sharedServer();
  const { counts } = await report(url);
  await page.goto(`${url}/?check=sip-without-voice`);
  await expect(
    rail(page).getByRole('heading', { name: 'Checks counts: loaded rows', exact: true }),
  ).toBeVisible();
  await expect(page.getByRole('heading', { name: 'No match in 20 loaded rows' })).toBeVisible();
  expect(counts['sip-without-voice']).toBeGreaterThan(0);
  await page.getByRole('button', { name: 'Search all numbers' }).click();
  await expect(bodyRows(page).first()).toBeVisible();
  await expect(statusLine(page)).toContainText(
    `All 500 searched: ${counts['sip-without-voice']} match`,
  );
});

test('the counts cover the selected months only', async ({ page, sharedServer }) => {
  const { url } = await sharedServer();
  await page.goto(`${url}/?rented=2020-03..2022-08`);
  await loadAll(page);
  const errors = rail(page).getByRole('button', { name: /^Errors/ });
  await expect(errors).toHaveText(/\d/);
  const count = /\d+/.exec((await errors.textContent()) ?? '')?.[0];
  await errors.click();
  await expect(statusLine(page)).toContainText(`${count} of all 500 rows match`);
});

test('a finding is accepted for a number with a note, goes on to the next, and comes back', async ({
  page,
  sharedServer,
}) => {
  const { url } = await sharedServer();
  const { counts } = await report(url);
  await page.goto(`${url}/?check=${rule}`);
  await loadAll(page);
  await bodyRows(page).first().click();
  const second = await bodyRows(page).nth(1).getByRole('rowheader').textContent();
  await findings(page)
    .getByRole('button', { name: `Accept ${title}…` })
    .first()
    .click();
  await expect(findings(page).getByLabel('Reason')).toBeFocused();
  await page.keyboard.type('Reached over the VPN');
  await page.keyboard.press('Enter');

  const undo = findings(page)
    .getByRole('button', { name: `Undo accepting ${title}` })
    .first();
  await expect(undo).toBeFocused();
  await expect(findings(page)).toContainText(`Accepted: ${title}`);
  await expect(findings(page)).toContainText('Reached over the VPN');
  await expect(statusLine(page)).toContainText(`${counts[rule]! - 1} of all 500 rows match`);
  await expect(check(page, 'Accepted')).toHaveText('Accepted1');

  // The number left the filter; Next number opens the number that took its place.
  await panel(page).getByRole('button', { name: 'Next number' }).click();
  await expect(panel(page).getByRole('heading', { level: 2 })).toHaveText(second!.trim());

  await page.reload();
  await loadAll(page);
  await page.keyboard.press('Escape');
  await check(page, 'Accepted').click();
  await expect(statusLine(page)).toContainText('1 of all 500 rows match');
  await bodyRows(page).first().click();
  await undo.click();
  await expect(findings(page).getByRole('button', { name: `Accept ${title}…` })).toBeFocused();
  await check(page, title).click();
  await expect(statusLine(page)).toContainText(`${counts[rule]} of all 500 rows match`);
});

test('a rule is accepted for all numbers, exported, and imported in another browser', async ({
  page,
  browser,
  sharedServer,
}, testInfo) => {
  const { url } = await sharedServer();
  const { findings: all, counts } = await report(url);
  const { number } = all.find((finding) => finding.rule === rule)!;
  await page.goto(`${url}/?open=${number}`);
  await findings(page)
    .getByRole('button', { name: `Accept ${title}…` })
    .first()
    .click();
  await findings(page).getByRole('radio', { name: 'This rule for all numbers' }).check();
  await findings(page).getByRole('button', { name: 'Accept', exact: true }).click();
  await expect(findings(page)).toContainText('For all numbers');
  const download = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Export accepted' }).click();
  const file = await (await download).path();
  expect(JSON.parse(await readFile(file, 'utf8'))).toMatchObject({
    version: 1,
    accepted: [{ rule }],
  });
  const job = (await (await postAccepted(url, await readFile(file, 'utf8'))).json()) as Report;
  expect(job.accepted.counts[rule]).toBe(counts[rule]);
  expect(job.findings.filter((finding) => finding.rule === rule)).toEqual([]);

  const elsewhere = await browser.newPage();
  await elsewhere.goto(`${url}/?open=${number}`);
  const input = elsewhere.getByLabel('File of accepted findings');
  await input.setInputFiles(file);
  await expect(said(elsewhere, '1 accepted finding imported')).toBeAttached();
  await expect(findings(elsewhere)).toContainText('For all numbers');

  const broken = testInfo.outputPath('broken.json');
  await writeFile(broken, '{"version": 1, "accepted": [{"rule": "Nope!"}]}');
  await input.setInputFiles(broken);
  await expect(rail(elsewhere)).toContainText('Nothing was read, because of entry 1');
  await expect(rail(elsewhere)).toContainText('1 accepted finding, stored in this browser');
  await elsewhere.close();
});

test('the findings of a list that is not loaded to its end are exported as a part', async ({
  page,
  sharedServer,
}) => {
  const { url } = await sharedServer();
  await page.goto(url);
  await loadedAhead(page);
  await page.getByRole('button', { name: /^Export 100 / }).click();
  const download = page.waitForEvent('download');
  await page
    .getByRole('region', { name: 'Export checks' })
    .getByRole('button', { name: /^CSV/ })
    .click();
  expect((await download).suggestedFilename()).toMatch(/^checks_partial_\d+_[\d-]+\.csv$/);
});

test('the findings of the rows shown are a file, one line a finding', async ({
  page,
  sharedServer,
}) => {
  // So many that the page does not load all of them by itself.
  const { url } = await sharedServer({ SANDBOX_NUMBERS: '1000' });
  const { findings: all } = await report(url, '?country_code=GB');
  await page.goto(`${url}/?country_code=GB`);
  await loadAll(page);
  await page.getByRole('button', { name: /^Export all / }).click();
  const download = page.waitForEvent('download');
  await page
    .getByRole('region', { name: 'Export checks' })
    .getByRole('button', { name: /^CSV/ })
    .click();
  const file = await download;
  expect(file.suggestedFilename()).toMatch(
    new RegExp(`^checks_country-code-GB_complete_${all.length}_[\\d-]+\\.csv$`),
  );
  const [header, ...lines] = readCsv(await readFile(await file.path(), 'utf8'));
  expect(header).toEqual(
    'number,number_sid,level,rule,field,message,remedy,status,note'.split(','),
  );
  const told = lines.map(([number, , level, id, , message]) => [number, level, id, message]);
  const expected = all.map(({ number, level, rule: id, message }) => [number, level, id, message]);
  expect(told.map(String).sort()).toEqual(expected.map(String).sort());
});

test('nothing for axe to find with findings on screen', async ({ page, sharedServer }) => {
  const { url } = await sharedServer();
  await page.goto(`${url}/?check=${rule}`);
  await loadAll(page);
  await bodyRows(page).first().click();
  await findings(page)
    .getByRole('button', { name: `Accept ${title}…` })
    .first()
    .click();
  await page.keyboard.press('Enter');
  await findings(page)
    .getByRole('button', { name: /^Accept .*…$/ })
    .first()
    .click();
  await expectNoViolations(page);
});
