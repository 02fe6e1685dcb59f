import { readFileSync } from 'node:fs';
import { readdir, readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { expect } from '@playwright/test';
import type { Driver } from './driver.ts';
import { Sight } from './sight.ts';

const library = readFileSync(
  createRequire(import.meta.url).resolve(
    '@testing-library/dom/dist/@testing-library/dom.umd.min.js',
  ),
  'utf8',
);

/** A tab for the tests: the same steps in every engine, over any driver. */
export class Tab {
  readonly driver: Driver;

  constructor(driver: Driver) {
    this.driver = driver;
  }

  open(url: string): Promise<void> {
    return this.driver.open(url);
  }

  /** An element by role and name; Testing Library reads both in the same way in every engine. */
  get(role: string, name?: string | RegExp): Sight {
    return new Sight(this, name === undefined ? [{ role }] : [{ role, name }]);
  }

  /** The value of an expression that uses Testing Library, which is loaded into the page first. */
  async look<Answer>(expression: string): Promise<Answer> {
    const whereReady = `'TestingLibraryDom' in globalThis ? { answer: await ${expression} } : {}`;
    const seen = (await this.driver.evaluate(`(async () => (${whereReady}))()`)) as object;
    if ('answer' in seen) return seen.answer as Answer;
    await this.driver.evaluate(`(() => { ${library} })()`);
    return this.look(expression);
  }

  async evaluate<Answer, Args extends unknown[]>(
    ask: (...args: Args) => Answer | Promise<Answer>,
    ...args: Args
  ): Promise<Answer> {
    const list = args.map((arg) => JSON.stringify(arg)).join(', ');
    return (await this.driver.evaluate(`(${ask})(${list})`)) as Answer;
  }

  press(keys: string): Promise<void> {
    return this.driver.press(keys);
  }

  type(text: string): Promise<void> {
    return this.driver.type(text);
  }

  wheel(notches: number): Promise<void> {
    return this.driver.wheel(notches);
  }

  /** The saved file with this name, once it is written. */
  async download(name: RegExp): Promise<{ name: string; bytes: Buffer }> {
    const files = async () => await readdir(this.driver.downloads);
    const saved = async () => (await files()).filter((file) => name.test(file));
    await expect.poll(saved, { message: `a download named ${name}` }).toHaveLength(1);
    const [file = ''] = await saved();
    const size = async () => (await readFile(join(this.driver.downloads, file))).length;
    await expect.poll(size, { message: `${file} is written` }).toBeGreaterThan(0);
    return { name: file, bytes: await readFile(join(this.driver.downloads, file)) };
  }
}
