/**
 * Collects, in the page, the reports of the console and of the security policy from now on. Engines
 * whose driver sees the console need it for the policy only.
 */
export function watchErrors(what: 'with console' | 'policy only'): void {
  const global = window as unknown as { seenErrors?: string[] };
  if (global.seenErrors !== undefined) return;
  const seen: string[] = [];
  global.seenErrors = seen;
  document.addEventListener('securitypolicyviolation', (event) => {
    seen.push(`security policy: ${event.violatedDirective} ${event.blockedURI} ${event.sample}`);
  });
  if (what === 'policy only') return;
  for (const level of ['error', 'warn'] as const) {
    const { console } = globalThis;
    const write = console[level];
    console[level] = (...args: unknown[]) => {
      seen.push(args.map(String).join(' '));
      write(...args);
    };
  }
  addEventListener('error', (event) => seen.push(event.message));
  addEventListener('unhandledrejection', (event) => seen.push(String(event.reason)));
}

/** An expression for the collected reports. */
export const seenErrors = 'globalThis.seenErrors ?? []';
