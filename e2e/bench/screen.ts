import { setTimeout } from 'node:timers/promises';
import type { Browser, CDPSession, Page } from '@playwright/test';
import config from '../playwright.config.ts';
import { asOnADesk, emptyStretches, filmScreen } from '../screen.ts';
import { startServer } from '../server.ts';
import { grid, loadAll, loadedAhead } from '../table.ts';
import type { Outcome } from './outcome.ts';

const numbers = 5310;
const rowHeight = 34;
const filmMs = 6000;
const inputEveryMs = 16;

interface View {
  x: number;
  y: number;
  width: number;
  height: number;
  barWidth: number;
}

type Input = Parameters<CDPSession['send']>[1] & object;
type InputAt = (share: number, view: View) => Input;

/** The thumb of the scroll bar, up and down twice. */
const drag: InputAt = (share, { x, y, width, height, barWidth }) => ({
  type: 'mouseMoved',
  button: 'left',
  buttons: 1,
  x: x + width + barWidth / 2,
  y: y + barWidth + 6 + (height - 4 * barWidth) * Math.abs(Math.sin(share * Math.PI * 2)),
});

/** A wheel with some 150,000 pixels a second, down and up again. */
const spin: InputAt = (share, { x, y, width, height }) => ({
  type: 'mouseWheel',
  x: x + width / 2,
  y: y + height / 2,
  deltaX: 0,
  deltaY: share < 0.5 ? 2500 : -2500,
});

/**
 * Sends inputs without waiting for their answers, and counts the pictures of the screen with a
 * missing row.
 */
async function lookWhile(page: Page, inputAt: InputAt, view: View) {
  const { client, pictures, stop } = await filmScreen(page);
  const send = (input: Input) => client.send('Input.dispatchMouseEvent', input as never);
  const inputs: Promise<unknown>[] = [];
  if (inputAt === drag) {
    const press = { ...drag(0, view), type: 'mousePressed', clickCount: 1 };
    inputs.push(send(press));
  }
  const started = performance.now();
  for (let share = 0; share < 1; share = (performance.now() - started) / filmMs) {
    inputs.push(send(inputAt(share, view)));
    await setTimeout(inputEveryMs);
  }
  await stop();
  if (inputAt === drag) inputs.push(send({ ...drag(1, view), type: 'mouseReleased', buttons: 0 }));
  await Promise.all(inputs);
  const inside = {
    x: view.x + 16,
    y: view.y + rowHeight,
    width: view.width - 32,
    // Without the space that may follow the last row.
    height: view.height - 4 * rowHeight,
  };
  const stretches = await emptyStretches({ page, pictures }, inside);
  return {
    looks: stretches.length,
    empty: stretches.filter((high) => high > 2 * rowHeight).length,
  };
}

/** Measures the screen, not the document, while the browser scrolls faster than the page draws. */
export async function benchScreen(anyBrowser: Browser): Promise<Outcome> {
  const server = await startServer({ SANDBOX_NUMBERS: String(numbers), SANDBOX_LATENCY_MS: '0' });
  const browser = await anyBrowser.browserType().launch(asOnADesk(config.use?.launchOptions ?? {}));
  try {
    const context = await browser.newContext({
      viewport: { width: 1440, height: 900 },
      colorScheme: 'light',
    });
    const page = await context.newPage();
    await page.goto(server.url);
    await loadedAhead(page);
    await loadAll(page);
    const view = await grid(page).evaluate(({ parentElement: scroller }) => {
      const { x, y } = scroller!.getBoundingClientRect();
      const { clientWidth: width, clientHeight: height, offsetWidth } = scroller!;
      return { x, y, width, height, barWidth: offsetWidth - width };
    });
    const dragged = await lookWhile(page, drag, view);
    await grid(page).evaluate(({ parentElement: scroller }) => scroller!.scrollTo(0, 0));
    const spun = await lookWhile(page, spin, view);
    return {
      measured: `${dragged.empty} of ${dragged.looks} looks empty under a dragged scroll bar, ${spun.empty} of ${spun.looks} under a fast wheel`,
      reached: dragged.empty + spun.empty === 0 && dragged.looks > 0 && spun.looks > 0,
      figures: { dragged, spun },
    };
  } finally {
    await browser.close();
    server.process.kill('SIGKILL');
  }
}
