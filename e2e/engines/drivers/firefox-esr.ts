import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import type { Readable } from 'node:stream';
import { programPath } from '../../programs.ts';
import type { Driver, Engine, Preferences } from '../driver.ts';
import { seenErrors, watchErrors } from '../watch-errors.ts';
import { type Actions, actions } from './actions.ts';
import { type Bidi, connectBidi } from './bidi.ts';
import { firefoxPreferences } from './firefox-preferences.ts';
import { startProgram, untilGone } from './start-program.ts';

/** Preferences without the pages and requests of a first start. */
const quiet = {
  'browser.shell.checkDefaultBrowser': false,
  'browser.aboutwelcome.enabled': false,
  'datareporting.policy.dataSubmissionEnabled': false,
  'app.normandy.enabled': false,
  'app.update.enabled': false,
  'extensions.update.enabled': false,
  'network.captive-portal-service.enabled': false,
  'network.connectivity-service.enabled': false,
  'services.settings.server': 'data:,#remote-settings-dummy/v1',
};

async function openTab(bidi: Bidi, folder: string): Promise<Driver> {
  const { userContext } = await bidi.send('browser.createUserContext');
  const { context } = await bidi.send('browsingContext.create', { type: 'tab', userContext });
  const downloads = join(folder, String(context));
  await mkdir(downloads);
  await bidi.send('browser.setDownloadBehavior', {
    downloadBehavior: { type: 'allowed', destinationFolder: downloads },
    userContexts: [userContext],
  });
  const viewport = { width: 1440, height: 900 };
  await bidi.send('browsingContext.setViewport', { context, viewport });
  await bidi.send('script.addPreloadScript', {
    functionDeclaration: `() => (${watchErrors})('policy only')`,
    contexts: [context],
  });
  const errors: string[] = [];
  bidi.onEvent((method, params) => {
    const { source, level, text } = params as {
      source?: { context: unknown };
      level?: string;
      text?: string;
    };
    if (method !== 'log.entryAdded' || source?.context !== context) return;
    if (level === 'error' || level === 'warn') errors.push(String(text));
  });
  let mouse = { x: 0, y: 0 };
  const perform = async (list: Actions) =>
    void (await bidi.send('input.performActions', { context, actions: list }));
  const evaluate = async (expression: string): Promise<unknown> => {
    const answer = (await bidi.send('script.evaluate', {
      expression: `(async () => JSON.stringify(await (${expression})))()`,
      target: { context },
      awaitPromise: true,
      userActivation: false,
    })) as { result?: { value?: string }; exceptionDetails?: { text: string } };
    if (answer.exceptionDetails) throw new Error(answer.exceptionDetails.text);
    return answer.result?.value === undefined ? undefined : JSON.parse(answer.result.value);
  };
  return {
    downloads,
    open: async (url) =>
      void (await bidi.send('browsingContext.navigate', { context, url, wait: 'complete' })),
    evaluate,
    move: (x, y) => {
      mouse = { x, y };
      return perform(actions.move(x, y));
    },
    down: () => perform(actions.down()),
    up: () => perform(actions.up()),
    wheel: (notches) => perform(actions.wheel(mouse.x, mouse.y, notches)),
    press: (chord) => perform(actions.press(chord)),
    type: (text) => perform(actions.type(text)),
    screenshot: async () => {
      const { data } = await bidi.send('browsingContext.captureScreenshot', { context });
      return Buffer.from(String(data), 'base64');
    },
    errors: async () => [...errors, ...((await evaluate(seenErrors)) as string[])],
    close: async () => void (await bidi.send('browser.removeUserContext', { userContext })),
  };
}

/** The address that Firefox writes to standard error; all other output is dropped. */
const bidiAddress = (stderr: Readable) =>
  new Promise<string>((resolve) => {
    createInterface(stderr).on('line', (line) => {
      const [found] = /ws:\/\/\S+/.exec(line) ?? [];
      if (found !== undefined) resolve(found);
    });
  });

/** Debian's Firefox, without a window, driven by WebDriver BiDi. */
export async function startFirefoxEsr(preferences: Preferences): Promise<Engine> {
  const folder = await mkdtemp(join(tmpdir(), 'firefox-'));
  const lines = Object.entries({ ...quiet, ...firefoxPreferences, ...preferences }).map(
    ([name, value]) => `user_pref(${JSON.stringify(name)}, ${JSON.stringify(value)});`,
  );
  await writeFile(join(folder, 'user.js'), lines.join('\n'));
  const program = startProgram(
    programPath('Firefox'),
    ['--headless', '--no-remote', '--profile', folder, '--remote-debugging-port=0'],
    { env: { ...process.env, HOME: folder }, stdio: ['ignore', 'ignore', 'pipe'] },
  );
  const address = await Promise.race([bidiAddress(program.child.stderr!), untilGone(program)]);
  const bidi = await connectBidi(address);
  await bidi.send('session.subscribe', { events: ['log.entryAdded'] });
  return {
    newTab: () => openTab(bidi, folder),
    close: async () => {
      await bidi.send('browser.close');
      await program.end();
      await rm(folder, { recursive: true, force: true });
    },
  };
}
