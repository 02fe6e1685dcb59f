import * as words from '../words/list.ts';

/** Nothing came for some time, though it was asked for. */
export const SlowWords = () => <span className="text-warn">{words.slow}</span>;
