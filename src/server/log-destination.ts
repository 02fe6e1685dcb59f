import { fstatSync, writeSync } from 'node:fs';

/** Bytes that may wait for a slow reader: about a thousand lines. */
const mostWaitingBytes = 256 * 1024;

/** Writes all of a text, or throws. */
function writeWhole(fd: number, text: string): void {
  for (let rest = Buffer.from(text); rest.length > 0; ) {
    rest = rest.subarray(writeSync(fd, rest));
  }
}

/**
 * Standard error as the destination of the log. A line that cannot be written is lost and counted:
 * on a full disk, or without a reader, the service goes on without its log.
 */
export function createLogDestination() {
  let lost = 0;
  let isCut = false;
  const fd = process.stderr.fd;
  const status = fstatSync(fd);

  function writeToFile(line: string): void {
    try {
      // Part of the last line may have been written; a line break keeps this line apart from it.
      writeWhole(fd, isCut ? `\n${line}` : line);
      isCut = false;
    } catch {
      isCut = true;
      lost += 1;
    }
  }

  /** A pipe or a socket takes as much as fits at once, and the rest when its reader has room. */
  function writeToReader(line: string): void {
    const { stderr } = process;
    if (!stderr.writable || stderr.writableLength > mostWaitingBytes) lost += 1;
    else stderr.write(line);
  }
  // Without a listener, a reader that goes away would end the process.
  process.stderr.on('error', () => {
    lost += 1;
  });

  return {
    write: status.isFIFO() || status.isSocket() ? writeToReader : writeToFile,
    /** Lines lost so far. */
    lostLines: () => lost,
  };
}
