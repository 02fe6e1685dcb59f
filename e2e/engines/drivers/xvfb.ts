import { once } from 'node:events';
import type { Readable } from 'node:stream';
import { programPath } from '../../programs.ts';
import { startProgram, untilGone } from './start-program.ts';

export interface Display {
  /** The value of the variable DISPLAY. */
  name: string;
  end(): Promise<void>;
}

/** A screen in memory, with a free number that the X server finds itself. */
export async function startXvfb(): Promise<Display> {
  const program = startProgram(
    programPath('Xvfb'),
    ['-displayfd', '3', '-screen', '0', '1600x1200x24', '-nolisten', 'tcp'],
    { stdio: ['ignore', 'ignore', 'ignore', 'pipe'] },
  );
  const ready = once(program.child.stdio[3] as Readable, 'data');
  const [number] = await Promise.race([ready, untilGone(program)]);
  return { name: `:${String(number).trim()}`, end: program.end };
}
