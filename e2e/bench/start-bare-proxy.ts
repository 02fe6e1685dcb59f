import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';

const script = fileURLToPath(new URL('./bare-proxy.js', import.meta.url));

/**
 * A proxy in Node that only forwards, in a process of its own: the floor for any server in Node.
 */
export async function startBareProxy(upstream: string) {
  const child = spawn(process.execPath, [script, upstream], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const [line] = (await once(child.stdout, 'data')) as [Buffer];
  return { url: line.toString().trim(), close: () => child.kill('SIGKILL') };
}
