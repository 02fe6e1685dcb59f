import { expect, test } from './fixtures.ts';
import { asOnADesk, emptyStretches, filmScreen } from './screen.ts';
import { grid, loadAll, loadedAhead } from './table.ts';

test.use({
  launchOptions: [({ launchOptions }, use) => use(asOnADesk(launchOptions)), { scope: 'worker' }],
  colorScheme: 'light',
});

const rowHeight = 34;

test('E4 a dragged scroll bar shows rows at every moment, also while the page is blocked', async ({
  page,
  serve,
}) => {
  const { url } = await serve({ SANDBOX_NUMBERS: '3000' });
  await page.goto(url);
  await loadedAhead(page);
  await loadAll(page);
  const scroller = grid(page).locator('..');
  const box = (await scroller.boundingBox())!;
  const { clientWidth, clientHeight } = await scroller.evaluate(
    ({ clientWidth, clientHeight }) => ({ clientWidth, clientHeight }),
  );
  const barWidth = box.width - clientWidth;
  expect(barWidth).toBeGreaterThan(0);

  // The page is blocked by a request without an answer, so only the browser itself can scroll now.
  let release = () => Promise.resolve();
  const isAsked = page.waitForRequest('**/held');
  await page.route('**/held', (route) => {
    release = () => route.fulfill({ body: '' });
  });
  const held = page.evaluate(() => {
    const request = new XMLHttpRequest();
    request.open('GET', '/held', false);
    request.send();
  });
  await isAsked;
  const film = await filmScreen(page);
  // Inputs are not answered before the page continues.
  const inputs: Promise<unknown>[] = [];
  const mouse = (type: 'mousePressed' | 'mouseMoved' | 'mouseReleased', y: number) =>
    inputs.push(
      film.client.send('Input.dispatchMouseEvent', {
        type,
        x: box.x + clientWidth + barWidth / 2,
        y: box.y + y,
        button: 'left',
        buttons: type === 'mouseReleased' ? 0 : 1,
        clickCount: 1,
      }),
    );
  const start = barWidth + 6;
  mouse('mousePressed', start);
  for (const y of [20, 60, 140, 260, 400]) {
    const before = film.pictures.length;
    mouse('mouseMoved', start + y);
    await expect.poll(() => film.pictures.length).toBeGreaterThan(before);
  }
  await film.stop();
  await release();
  await held;
  mouse('mouseReleased', start + 400);
  await Promise.all(inputs);

  expect(new Set(film.pictures).size).toBeGreaterThan(4);
  const stretches = await emptyStretches(
    { page, pictures: film.pictures },
    {
      x: box.x + 16,
      y: box.y + rowHeight,
      width: clientWidth - 32,
      height: clientHeight - rowHeight,
    },
  );
  expect(stretches.filter((stretch) => stretch > rowHeight)).toEqual([]);
  await expect
    .poll(() => scroller.evaluate((element) => element.scrollTop / element.scrollHeight))
    .toBeGreaterThan(0.4);
});
