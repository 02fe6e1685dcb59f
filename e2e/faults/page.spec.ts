import type { Page } from '@playwright/test';
import { recordCountdown } from '../countdown.ts';
import { allLoaded, bodyRows, grid, statusLine } from '../table.ts';
import { leaveOut, refuseWith } from './answer-faults.ts';
import { expect, hasty, patient, test } from './dashboard.ts';
import { exportRows, notices, readNumbers, tryAgain } from './page.ts';
import type { Answer, RawUpstream } from './raw-upstream.ts';

test.use({ requestsFail: true });

interface PageFault {
  name: string;
  answer: Answer;
  title: string;
  isHasty?: true;
}

/** One of each kind of fault that the server cannot repair. */
const faults: PageFault[] = [
  { name: 'F2 no answer', answer: () => {}, title: 'did not answer in time', isHasty: true },
  {
    name: 'F5 a reset',
    answer: ({ socket }) => socket.resetAndDestroy(),
    title: 'cannot be reached',
    isHasty: true,
  },
  { name: 'F8 no next', answer: leaveOut('next'), title: 'invalid response' },
  { name: 'F12 503 always', answer: refuseWith(503), title: 'has a problem' },
  { name: 'F15 401', answer: refuseWith(401), title: 'refused the credentials' },
];

/** Expects a complete list: on the page, at its foot, in its export. */
async function expectWhole(page: Page, { account }: RawUpstream) {
  await expect.poll(() => readNumbers(page)).toEqual(account.numbers());
  await expect(notices(page)).toHaveCount(0);
  const { name, numbers } = await exportRows(page);
  expect(name).toContain('_complete_');
  expect(numbers).toEqual(account.numbers());
}

/**
 * Expects no requests of the page by itself: not on scrolling, not when its window is shown again.
 */
async function expectSilence(page: Page, upstream: RawUpstream) {
  const asked = upstream.exchanges.length;
  await grid(page).evaluate(async (element) => {
    const scroller = element.parentElement!;
    for (const top of [scroller.scrollHeight, 0, scroller.scrollHeight]) {
      scroller.scrollTop = top;
      for (const _ of 'ab') await new Promise(requestAnimationFrame);
    }
    document.dispatchEvent(new Event('visibilitychange'));
    await fetch('/livez');
  });
  expect(upstream.exchanges.length).toBe(asked);
}

for (const { name, answer, title, isHasty } of faults) {
  test(`${name} on the first page: said once, nothing to export, Try again goes on`, async ({
    page,
    startDashboard,
  }) => {
    const { server, upstream, expectUnharmed } = await startDashboard(isHasty ? hasty : patient);
    upstream.set(answer);
    await page.goto(server.url);
    await expect(notices(page)).toContainText(title);
    await expect(notices(page)).toHaveCount(1);
    await expect(statusLine(page)).toContainText('Nothing loaded');
    await expect(bodyRows(page)).toHaveCount(0);
    await expect(page.getByRole('button', { name: /^Export / })).toBeDisabled();
    await expectSilence(page, upstream);
    await upstream.heal();
    await tryAgain(page).click();
    await expectWhole(page, upstream);
    await expectUnharmed();
  });

  test(`${name} mid-scroll: the rows stay, their export is partial, Try again goes on`, async ({
    page,
    startDashboard,
  }) => {
    const { server, upstream, expectUnharmed } = await startDashboard(isHasty ? hasty : patient);
    upstream.set(answer, { where: ({ query }) => query.get('next') === 'r40-0' });
    await page.goto(server.url);
    await expect(notices(page)).toContainText(title);
    await expect(notices(page)).toHaveCount(1);
    await expect(statusLine(page)).toContainText('40 loaded, then stopped');
    await expect(allLoaded(page)).toBeHidden();
    await expect(grid(page)).toHaveAttribute('aria-rowcount', '-1');
    await expectSilence(page, upstream);
    const { name: file, numbers } = await exportRows(page);
    expect(file).toContain('_partial_40_');
    expect(numbers).toEqual(upstream.account.numbers().slice(0, 40));
    await upstream.heal();
    await tryAgain(page).click();
    await expectWhole(page, upstream);
    await expectUnharmed();
  });
}

test('F11 a 503 for every page, once: the page shows no trace of it', async ({
  page,
  startDashboard,
}) => {
  const { server, upstream } = await startDashboard();
  upstream.set(refuseWith(503), { times: 1 });
  let sawNotice = false;
  await page.exposeFunction('noticed', () => {
    sawNotice = true;
  });
  await page.addInitScript(() => {
    new MutationObserver(() => {
      if (document.querySelector('main [role=alert]'))
        (window as never as { noticed(): void }).noticed();
    }).observe(document, { childList: true, subtree: true });
  });
  await page.goto(server.url);
  await expectWhole(page, upstream);
  expect(upstream.exchanges).toHaveLength(12);
  expect(sawNotice).toBe(false);
});

test('F13 a wait beyond the deadline: the page counts down and retries by itself', async ({
  page,
  startDashboard,
}) => {
  const { server, upstream } = await startDashboard(hasty);
  const waitMs = 3000;
  upstream.set(refuseWith(429, [['Retry-After', String(waitMs / 1000)]]), {
    times: 1,
    where: ({ query }) => query.get('next') === 'r40-0',
  });
  const expectCountdown = await recordCountdown(page);
  await page.goto(server.url);
  await expectWhole(page, upstream);
  await expectCountdown(waitMs / 1000);
  const [refused, next] = upstream.exchanges.filter(({ query }) => query.get('next') === 'r40-0');
  expect(next!.at - refused!.at).toBeGreaterThanOrEqual(waitMs);
});
