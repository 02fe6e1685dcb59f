import { expect } from '@playwright/test';
import type { queryAllByRole } from '@testing-library/dom';
import type { Tab } from './tab.ts';

/** A role and an accessible name: a text is the whole name, a pattern a part of it. */
export interface Step {
  role: string;
  name?: string | RegExp;
}

type WireStep = { role: string; name?: string; pattern?: [string, string] };

/** In the page: the elements that a path of roles and names leads to. */
function find(steps: WireStep[]): HTMLElement[] {
  const library = (
    window as unknown as { TestingLibraryDom: { queryAllByRole: typeof queryAllByRole } }
  ).TestingLibraryDom;
  let found: HTMLElement[] = [document.body];
  for (const { role, name, pattern } of steps) {
    const wanted = pattern ? new RegExp(...pattern) : name;
    const options = wanted === undefined ? {} : { name: wanted };
    found = found.flatMap((element) => library.queryAllByRole(element, role, options));
  }
  return found;
}

/** In the page: the middle of an element; null while the element moves or is covered. */
async function reach(element: HTMLElement): Promise<{ x: number; y: number } | null> {
  element.scrollIntoView({ block: 'nearest', inline: 'nearest' });
  const before = element.getBoundingClientRect();
  for (const _ of 'ab') await new Promise(requestAnimationFrame);
  const { x, y, width, height } = element.getBoundingClientRect();
  if (x !== before.x || y !== before.y) return null;
  const middle = { x: x + width / 2, y: y + height / 2 };
  const top = document.elementFromPoint(middle.x, middle.y);
  const isReached =
    top !== null && (element.contains(top) || top.closest('label')?.contains(element));
  return isReached && !element.matches(':disabled') ? middle : null;
}

/** An element by roles and names, as a person finds it; looked up anew each time. */
export class Sight {
  readonly #tab: Tab;
  readonly #steps: readonly Step[];

  constructor(tab: Tab, steps: readonly Step[]) {
    this.#tab = tab;
    this.#steps = steps;
  }

  toString(): string {
    return this.#steps.map(({ role, name = '' }) => `${role} ${name}`.trim()).join(' > ');
  }

  get(role: string, name?: string | RegExp): Sight {
    return new Sight(this.#tab, [...this.#steps, name === undefined ? { role } : { role, name }]);
  }

  get #wire(): WireStep[] {
    return this.#steps.map(({ role, name }) => {
      if (name === undefined) return { role };
      return typeof name === 'string'
        ? { role, name }
        : { role, pattern: [name.source, name.flags] };
    });
  }

  /** The number of such elements now. */
  count(): Promise<number> {
    return this.#tab.look<number>(`(${find})(${JSON.stringify(this.#wire)}).length`);
  }

  /** The result of a function that runs in the page on the element, once there is exactly one. */
  async evaluate<Answer, Args extends unknown[]>(
    ask: (element: HTMLElement, ...args: Args) => Answer | Promise<Answer>,
    ...args: Args
  ): Promise<Answer> {
    const rest = args.map((arg) => `, ${JSON.stringify(arg)}`).join('');
    const expression = `(async () => {
      const found = (${find})(${JSON.stringify(this.#wire)});
      if (found.length !== 1) return { count: found.length };
      return { count: 1, answer: await (${ask})(found[0]${rest}) };
    })()`;
    let answer: Answer | undefined;
    const look = async () => {
      const seen = await this.#tab.look<{ count: number; answer?: Answer }>(expression);
      answer = seen.answer;
      return seen.count;
    };
    await expect.poll(look, { message: `one ${this}` }).toBe(1);
    return answer as Answer;
  }

  text(): Promise<string> {
    return this.evaluate((element) => element.textContent);
  }

  attribute(name: string): Promise<string | null> {
    return this.evaluate((element, wanted) => element.getAttribute(wanted), name);
  }

  isFocused(): Promise<boolean> {
    return this.evaluate((element) => element === document.activeElement);
  }

  /** Scrolls to the element, and returns its middle once a click would reach it. */
  async middle(): Promise<{ x: number; y: number }> {
    let middle: { x: number; y: number } | null = null;
    const look = async () => {
      middle = await this.evaluate(reach);
      return middle !== null;
    };
    await expect.poll(look, { message: `a click reaches ${this}` }).toBe(true);
    return middle!;
  }

  async hover(): Promise<void> {
    const { x, y } = await this.middle();
    await this.#tab.driver.move(x, y);
  }

  async click(): Promise<void> {
    await this.hover();
    await this.#tab.driver.down();
    await this.#tab.driver.up();
  }

  /** Replaces the text of a field, by click and keys. */
  async fill(text: string): Promise<void> {
    await this.click();
    await this.#tab.press('Control+a');
    await this.#tab.press('Delete');
    await this.#tab.type(text);
  }
}
