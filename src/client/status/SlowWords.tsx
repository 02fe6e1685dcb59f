import * as words from '../words/list.ts';

/** Explains a request that has had no answer for some time. */
export const SlowWords = () => <span className="text-warn">{words.slow}</span>;
