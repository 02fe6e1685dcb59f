import { execFile } from 'node:child_process';
import { mkdir, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { promisify } from 'node:util';
import { freePort } from '../../free-port.ts';
import { programPath } from '../../programs.ts';
import type { Driver, Engine } from '../driver.ts';
import { seenErrors, watchErrors } from '../watch-errors.ts';
import { type Actions, actions } from './actions.ts';
import { startProgram, untilGone } from './start-program.ts';
import { connectWebDriver, type WebDriver } from './webdriver.ts';
import { startXvfb } from './xvfb.ts';

/**
 * The height of the window above the page: the toolbar, and the bar of downloads if there are any.
 */
const above = 'outerHeight - innerHeight';

interface Place {
  send: WebDriver;
  downloads: string;
  /**
   * Gives real input through the X server, because WebKitWebDriver 2.50 loses turns of the wheel.
   */
  xdotool: (...args: string[]) => Promise<void>;
}

async function openTab({ send, downloads, xdotool }: Place): Promise<Driver> {
  const perform = async (list: Actions) => void (await send('POST', '/actions', { actions: list }));
  const evaluate = async (expression: string): Promise<unknown> => {
    const script = `return (async () => JSON.stringify(await (${expression})))()`;
    const answer = (await send('POST', '/execute/sync', { script, args: [] })) as string | null;
    return answer === null ? undefined : JSON.parse(answer);
  };
  const fit = { x: 0, y: 0, width: 1440, height: 900 };
  await send('POST', '/window/rect', {
    ...fit,
    height: fit.height + Number(await evaluate(above)),
  });
  return {
    downloads,
    open: async (url) => {
      await send('POST', '/url', { url });
      await evaluate(`(${watchErrors})('with console')`);
    },
    evaluate,
    move: async (x, y) => {
      const onScreen = [x, y + Number(await evaluate(above))].map((at) => String(Math.round(at)));
      await xdotool('mousemove', '--sync', ...onScreen);
    },
    down: () => xdotool('mousedown', '1'),
    up: () => xdotool('mouseup', '1'),
    wheel: (notches) => {
      const turns = ['--repeat', String(Math.abs(notches)), '--delay', '10'];
      return xdotool('click', ...turns, notches > 0 ? '5' : '4');
    },
    press: (chord) => perform(actions.press(chord)),
    type: (text) => perform(actions.type(text)),
    screenshot: async () => Buffer.from(String(await send('GET', '/screenshot')), 'base64'),
    errors: async () => (await evaluate(seenErrors)) as string[],
    close: async () => {
      await send('DELETE', '/actions');
      await send('DELETE', '/cookie');
      await send('POST', '/url', { url: 'about:blank' });
      for (const file of await readdir(downloads)) await rm(join(downloads, file));
    },
  };
}

/** Debian's WebKitGTK in its own MiniBrowser, on a screen in memory, driven by WebDriver. */
export async function startWebKitGtk(): Promise<Engine> {
  const folder = await mkdtemp(join(tmpdir(), 'webkit-'));
  const downloads = join(folder, 'downloads');
  await mkdir(downloads);
  await writeFile(join(folder, 'user-dirs.dirs'), `XDG_DOWNLOAD_DIR="${downloads}"\n`);
  const display = await startXvfb();
  const env = {
    PATH: process.env.PATH ?? delimiter,
    HOME: folder,
    XDG_CONFIG_HOME: folder,
    LANG: 'C.UTF-8',
    DISPLAY: display.name,
    GDK_BACKEND: 'x11',
  };
  const port = await freePort();
  const driver = startProgram(programPath('WebKitWebDriver'), [`--port=${port}`], {
    env,
    stdio: 'ignore',
  });
  const send = await Promise.race([
    connectWebDriver(`http://127.0.0.1:${port}`, {
      'webkitgtk:browserOptions': {
        binary: programPath('MiniBrowser'),
        args: ['--automation'],
        // The driver overrides GTK_OVERLAY_SCROLLING, and its default is overlay scroll bars.
        useOverlayScrollbars: false,
      },
    }),
    untilGone(driver),
  ]);
  const xdotool = async (...args: string[]) =>
    void (await promisify(execFile)(programPath('xdotool'), args, { env }));
  return {
    newTab: () => openTab({ send, downloads, xdotool }),
    close: async () => {
      await send('DELETE', '');
      await driver.end();
      await display.end();
      await rm(folder, { recursive: true, force: true });
    },
  };
}
