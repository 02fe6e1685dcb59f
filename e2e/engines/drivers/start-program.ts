import { type ChildProcess, type SpawnOptions, spawn } from 'node:child_process';
import { once } from 'node:events';

export interface Program {
  child: ChildProcess;
  /** Ends the program and waits until it is gone; a program that is gone already is no error. */
  end(): Promise<void>;
}

/** Starts a program that ends with this process, also when a test run is cut short. */
export function startProgram(command: string, args: string[], options: SpawnOptions): Program {
  const child = spawn(command, args, options);
  const exit = once(child, 'exit');
  const kill = () => void child.kill();
  process.once('exit', kill);
  return {
    child,
    end: async () => {
      kill();
      await exit;
      process.off('exit', kill);
    },
  };
}

/** Rejects when the program ends; for a race with the sign that it is ready. */
export async function untilGone({ child }: Program): Promise<never> {
  const [code, signal] = await once(child, 'exit');
  throw new Error(`${child.spawnfile} ended before it was ready: ${code ?? signal}`);
}
