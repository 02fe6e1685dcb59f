/** Nothing came for some time, though it was asked for. */
export const SlowWords = () => (
  <span className="text-warn">Waiting for Apifonica, which is slow to answer…</span>
);
