import { fstatSync, writeSync } from 'node:fs';

/** What waits for a reader that is slow: about a thousand lines. */
const mostWaitingBytes = 256 * 1024;

/** Writes all of a text, or throws. */
function writeWhole(fd: number, text: string): void {
  for (let rest = Buffer.from(text); rest.length > 0; ) {
    rest = rest.subarray(writeSync(fd, rest));
  }
}

/**
 * Standard error as the place of the log. A line that cannot be written is lost and counted: on a
 * full disk, or where nobody reads on, the service goes on without its log.
 */
export function createLogDestination() {
  let lost = 0;
  let isCut = false;
  const fd = process.stderr.fd;
  const status = fstatSync(fd);

  function writeToFile(line: string): void {
    try {
      // The first part of a line that did not fit may be there: what follows begins its own line.
      writeWhole(fd, isCut ? `\n${line}` : line);
      isCut = false;
    } catch {
      isCut = true;
      lost += 1;
    }
  }

  /** A pipe or a socket takes what it can at once, and the rest when its reader has room. */
  function writeToReader(line: string): void {
    const { stderr } = process;
    if (!stderr.writable || stderr.writableLength > mostWaitingBytes) lost += 1;
    else stderr.write(line);
  }
  // Without a listener the reader's leaving would end the process.
  process.stderr.on('error', () => {
    lost += 1;
  });

  return {
    write: status.isFIFO() || status.isSocket() ? writeToReader : writeToFile,
    /** How many lines were lost so far. */
    lostLines: () => lost,
  };
}
