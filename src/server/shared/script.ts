/** A script that the engine runs as one step, so that no other replica comes between. */
export interface Script {
  /** Unique among all scripts; letters only. */
  name: string;
  lua: string;
}
