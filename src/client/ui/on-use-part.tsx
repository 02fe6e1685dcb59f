import { useEffect, useState } from 'react';
import type { Component } from '#jsx/jsx-runtime';
import * as words from '../words/app.ts';
import { showToast } from './toast.ts';

interface Closable {
  onClose: () => void;
}

/** A component that is loaded when it is first shown: many readers never open it. */
export function onUsePart<P extends Closable>(load: () => Promise<Component<P>>) {
  let loaded: Component<P> | null = null;

  // biome-ignore lint/correctness/noComponentHookFactories: made once for each part, where modules begin.
  return function OnUsePart(props: P) {
    const [Part, setPart] = useState(() => loaded);
    const isHere = Part !== null;
    const { onClose } = props;
    useEffect(() => {
      if (isHere) return;
      let isGone = false;
      load().then(
        (part) => {
          loaded = part;
          if (!isGone) setPart(() => part);
        },
        () => {
          showToast({ text: words.pageIncomplete });
          if (!isGone) onClose();
        },
      );
      return () => {
        isGone = true;
      };
    }, [isHere, onClose]);
    return Part && <Part {...props} />;
  };
}
