import { closeSync, openSync, readSync } from 'node:fs';

const usualBytes = 64 * 1024;

/**
 * Reads a file of settings, which may be a pipe. A larger file, such as a log or a device, was
 * named by mistake.
 * @throws the file system's error, with its `code`; `EFBIG` over `mostBytes`, 64 KiB by default.
 */
export function readSmallFile(path: string, mostBytes = usualBytes): Uint8Array {
  const file = openSync(path, 'r');
  try {
    const buffer = Buffer.alloc(mostBytes + 1);
    let size = 0;
    for (;;) {
      const read = readSync(file, buffer, size, buffer.length - size, null);
      size += read;
      if (read === 0) return buffer.subarray(0, size);
      if (size > mostBytes) throw Object.assign(new Error('The file is large.'), { code: 'EFBIG' });
    }
  } finally {
    closeSync(file);
  }
}
