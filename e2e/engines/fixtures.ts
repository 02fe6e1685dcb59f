import { test as base, expect } from '../fixtures.ts';
import { findProgram, requireProgram } from '../programs.ts';
import type { Engine, Preferences } from './driver.ts';
import { type EngineName, engineSource } from './find-engine.ts';
import { Tab } from './tab.ts';

interface Fixtures {
  tab: Tab;
  engine: EngineName;
}

interface WorkerFixtures {
  /** For Firefox only: a reader's settings in `about:config`. */
  preferences: Preferences;
  /** One browser for each worker; undefined when it is not installed. */
  started: Engine | undefined;
}

/**
 * A test of all engines: `tab` is a tab in the engine of the project, with cookies and storage of
 * its own, in a window of 1440x900 with classic scroll bars. An error in its console fails it.
 */
export const test = base.extend<Fixtures, WorkerFixtures>({
  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the fixture's needs from it.
  engine: async ({}, use, { project }) => {
    await use(project.name as EngineName);
  },

  preferences: [{}, { option: true, scope: 'worker' }],

  started: [
    async ({ preferences }, use, { project }) => {
      const { programs, start } = engineSource(project.name as EngineName);
      const started = programs.every(findProgram) ? await start(preferences) : undefined;
      await use(started);
      await started?.close();
    },
    { scope: 'worker', timeout: 180_000 },
  ],

  tab: async ({ engine, started, requestsFail, serve: _serve }, use, info) => {
    for (const program of engineSource(engine).programs) requireProgram(program);
    const driver = await started!.newTab();
    await use(new Tab(driver));
    if (info.status !== info.expectedStatus)
      await info.attach('screen', { body: await driver.screenshot(), contentType: 'image/png' });
    const errors = (await driver.errors()).filter(
      (error) => !(requestsFail && error.startsWith('Failed to load resource')),
    );
    await driver.close();
    expect(errors, 'errors in the console').toEqual([]);
  },
});

export { expect };
