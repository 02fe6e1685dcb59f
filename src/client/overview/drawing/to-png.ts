/** For screens with small pixels, and for paper. */
const scale = 2;

/**
 * An SVG document as a PNG file of twice its size. The content security policy allows images from
 * `data:` addresses and none from `blob:` ones.
 *
 * @throws if the browser cannot draw it.
 */
export async function toPng(svg: string): Promise<Blob> {
  const image = new Image();
  image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(svg)}`;
  await image.decode();
  const canvas = document.createElement('canvas');
  canvas.width = scale * image.naturalWidth;
  canvas.height = scale * image.naturalHeight;
  const context = canvas.getContext('2d');
  if (context === null) throw new Error('no canvas');
  context.drawImage(image, 0, 0, canvas.width, canvas.height);
  return new Promise((resolve, reject) => {
    canvas.toBlob((blob) => (blob ? resolve(blob) : reject(new Error('no file'))), 'image/png');
  });
}
