import type { CDPSession, LaunchOptions, Page } from '@playwright/test';

/**
 * Launch options of a browser as on most desktops: scroll bars that take room, and scrolling that
 * does not wait for the page, as on every high-density display.
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
  /** The pictures of the screen in their order, as PNG in base64. */
  pictures: string[];
  client: CDPSession;
  stop: () => Promise<unknown>;
}

/**
 * Records every picture that the browser puts on the screen from now on, also while the page is
 * busy.
 */
export async function filmScreen(page: Page): Promise<Film> {
  const client = await page.context().newCDPSession(page);
  const pictures: string[] = [];
  client.on('Page.screencastFrame', ({ data, sessionId }) => {
    pictures.push(data);
    // A stopped screencast takes no acknowledgement.
    client.send('Page.screencastFrameAck', { sessionId }).catch(() => {});
  });
  await client.send('Page.startScreencast', { format: 'png' });
  return { pictures, client, stop: () => client.send('Page.stopScreencast') };
}

/**
 * The height of the tallest empty stretch of an area in each picture, in pixels of the page. Every
 * row has a line, so a stretch taller than a row means a missing row.
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
