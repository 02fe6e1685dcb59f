import { ProblemError } from '../../problem-error.ts';
import type { Lease, Leases } from '../../shared/leases.ts';

const leaseMs = 15_000;
const renewEveryMs = 5000;

/** A lease that is renewed until it is given back. */
export interface HeldLease {
  /** Aborted with a ProblemError when another may hold the lease. */
  lost: AbortSignal;
  release(): Promise<void>;
}

function hold(lease: Lease): HeldLease {
  const losing = new AbortController();
  async function renew() {
    // A store or folder that fails for a moment loses nothing: the commit of a snapshot is the fence.
    const isHeld = await lease.renew(leaseMs).catch(() => true);
    if (isHeld) return;
    clearInterval(renewing);
    losing.abort(new ProblemError('snapshot_under_way', 'Another server takes this snapshot.'));
  }
  const renewing = setInterval(() => void renew(), renewEveryMs);
  renewing.unref();
  return {
    lost: losing.signal,
    async release() {
      clearInterval(renewing);
      // A lease that cannot be given back ends by itself.
      await lease.release().catch(() => {});
    },
  };
}

/** Takes a name and keeps it; null while another holds the name. May fail with `store_unavailable`. */
export async function holdLease(leases: Leases, name: string): Promise<HeldLease | null> {
  const lease = await leases.take(name, leaseMs);
  return lease && hold(lease);
}
