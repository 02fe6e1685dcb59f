import type { Locator, Page } from '@playwright/test';

/** A browser of a phone, and one of a tablet: touch, and the layout of a mobile browser. */
export const phone = { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true };

/** The least size of a target in pixels. */
const least = 44;

/**
 * The visible controls that are smaller than a finger needs, with their sizes. A box or a radio
 * button is as large as its label. Bars of months and countries of the map are pictures: the
 * overview has a select and a list for the same.
 */
export const smallTargets = (page: Page): Promise<string[]> =>
  page.evaluate((size) => {
    const dialog = document.querySelector('dialog:modal');
    const controls = document.querySelectorAll(
      'button, a[href], input, select, textarea, summary, [role=option], [role=menuitem]',
    );
    const targets = [...controls]
      .filter((control) => !control.matches('figure [role=option], figure svg *'))
      .filter((control) => control.checkVisibility({ visibilityProperty: true }))
      .filter((control) => !control.closest('[inert]') && (!dialog || dialog.contains(control)))
      .map((control) =>
        control.matches('[type=checkbox], [type=radio]')
          ? (control.closest('label') ?? control)
          : control,
      );
    return targets.flatMap((target) => {
      const { width, height } = target.getBoundingClientRect();
      if (width >= size && height >= size) return [];
      return [`${width} x ${height}: ${target.outerHTML.slice(0, 120)}`];
    });
  }, least);

/** The controls that nobody sees and that lie over another one: a finger meets them unawares. */
export const unseenOverOthers = (page: Page): Promise<string[]> =>
  page.evaluate(() => {
    const controls = [...document.querySelectorAll('button, a[href], input, select, textarea')]
      .filter((control) => control.checkVisibility({ visibilityProperty: true }))
      .filter((control) => !control.closest('[inert]'));
    const isSeen = (control: Element) => control.checkVisibility({ opacityProperty: true });
    const unseen = controls.filter(
      (control) => !isSeen(control) && getComputedStyle(control).pointerEvents !== 'none',
    );
    const isOver = (one: DOMRect, other: DOMRect) =>
      Math.min(one.right, other.right) - Math.max(one.left, other.left) > 1 &&
      Math.min(one.bottom, other.bottom) - Math.max(one.top, other.top) > 1;
    return unseen
      .filter((control) =>
        controls.some(
          (other) =>
            other !== control &&
            isSeen(other) &&
            isOver(control.getBoundingClientRect(), other.getBoundingClientRect()),
        ),
      )
      .map((control) => control.outerHTML.slice(0, 120));
  });

/** What is wider than the screen: the page, or a part that lies over it. */
export const tooWide = (page: Page): Promise<string[]> =>
  page.evaluate(() =>
    [...document.querySelectorAll('html, dialog[open], aside, [popover]:popover-open')].flatMap(
      (part) => {
        const { left, right } = part.getBoundingClientRect();
        const isWide = part.scrollWidth > part.clientWidth;
        return isWide || left < 0 || right > innerWidth ? [part.outerHTML.slice(0, 80)] : [];
      },
    ),
  );

interface Point {
  x: number;
  y: number;
}

/** The middle of an element. */
export async function middleOf(target: Locator): Promise<Point> {
  const { x, y, width, height } = (await target.boundingBox())!;
  return { x: x + width / 2, y: y + height / 2 };
}

interface Finger {
  down(at: Point): Promise<unknown>;
  move(at: Point): Promise<unknown>;
  up(): Promise<unknown>;
  /** Moves in steps from one point to another, and lets go. */
  swipe(from: Point, to: Point): Promise<void>;
}

/** A finger on the screen, as the browser gets it from the hardware. */
export async function fingerOn(page: Page): Promise<Finger> {
  const client = await page.context().newCDPSession(page);
  const send = (type: 'touchStart' | 'touchMove' | 'touchEnd', touchPoints: Point[]) =>
    client.send('Input.dispatchTouchEvent', { type, touchPoints });
  return {
    down: (at: Point) => send('touchStart', [at]),
    move: (at: Point) => send('touchMove', [at]),
    up: () => send('touchEnd', []),
    async swipe(from: Point, to: Point) {
      const steps = 8;
      await send('touchStart', [from]);
      for (let step = 1; step <= steps; step += 1) {
        const part = step / steps;
        await send('touchMove', [
          { x: from.x + (to.x - from.x) * part, y: from.y + (to.y - from.y) * part },
        ]);
      }
      await send('touchEnd', []);
    },
  };
}

/** Presses an element until something is visible that a long press brings. */
export async function pressLong(page: Page, target: Locator, sight: Locator): Promise<void> {
  const finger = await fingerOn(page);
  await finger.down(await middleOf(target));
  await sight.waitFor();
  await finger.up();
}

export const bar = (page: Page): Locator => page.getByRole('navigation', { name: 'Main' });
export const details = (page: Page): Locator => page.getByRole('complementary');
export const selection = (page: Page): Locator => page.getByRole('region', { name: 'Selection' });
