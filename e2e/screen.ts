import type { CDPSession, LaunchOptions, Page } from '@playwright/test';

/**
 * A browser as on most desks: with scroll bars that take room, and with tables that it scrolls
 * without waiting for the page, as it does on every dense display.
 */
export const asOnADesk = (options: LaunchOptions): LaunchOptions => ({
  ...options,
  args: [...(options.args ?? []), '--disable-lcd-text'],
  ignoreDefaultArgs: ['--hide-scrollbars'],
});

export interface Area {
  x: number;
  y: number;
  width: number;
  height: number;
}

export interface Film {
  /** What was on the screen, picture after picture, as PNG in base64. */
  pictures: string[];
  client: CDPSession;
  stop: () => Promise<unknown>;
}

/** Takes a picture of whatever the browser puts on the screen from now on, the page asked or not. */
export async function filmScreen(page: Page): Promise<Film> {
  const client = await page.context().newCDPSession(page);
  const pictures: string[] = [];
  client.on('Page.screencastFrame', ({ data, sessionId }) => {
    pictures.push(data);
    // A film that has stopped takes no answer.
    client.send('Page.screencastFrameAck', { sessionId }).catch(() => {});
  });
  await client.send('Page.startScreencast', { format: 'png' });
  return { pictures, client, stop: () => client.send('Page.stopScreencast') };
}

/**
 * The highest stretch of an area that shows nothing at all in each picture, in pixels of the page.
 * Rows have a line each, so that more than the height of a row is a row that is not there.
 */
export async function emptyStretches(
  { page, pictures }: { page: Page; pictures: readonly string[] },
  area: Area,
): Promise<number[]> {
  const blank = await page.context().newPage();
  const { width } = page.viewportSize()!;
  const stretches: number[] = [];
  for (const picture of pictures) {
    const stretch = await blank.evaluate(
      async ({ png, area: { x, y, width, height }, pageWidth }) => {
        const image = new Image();
        image.src = `data:image/png;base64,${png}`;
        await image.decode();
        const scale = image.width / pageWidth;
        const canvas = new OffscreenCanvas(width * scale, height * scale);
        const context = canvas.getContext('2d')!;
        context.drawImage(image, -x * scale, -y * scale);
        const { data } = context.getImageData(0, 0, canvas.width, canvas.height);
        const pixels = new Uint32Array(data.buffer);
        const ground = 0xff_ff_ff_ff;
        let empty = 0;
        let highest = 0;
        for (let line = 0; line < canvas.height; line += 1) {
          const at = line * canvas.width;
          const isEmpty = pixels.subarray(at, at + canvas.width).every((pixel) => pixel === ground);
          empty = isEmpty ? empty + 1 : 0;
          highest = Math.max(highest, empty);
        }
        return highest / scale;
      },
      { png: picture, area, pageWidth: width },
    );
    stretches.push(stretch);
  }
  await blank.close();
  return stretches;
}
