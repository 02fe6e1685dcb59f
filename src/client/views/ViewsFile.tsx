import { useRef } from 'react';
import { Button } from '../ui/Button.tsx';
import { saveFile } from '../ui/save-file.ts';
import { showToast } from '../ui/toast.ts';
import { parseViews, toViewsFile } from './parse-views.ts';
import type { View } from './view.ts';
import { importViews } from './views-store.ts';
import * as words from './words.ts';

async function readJson(file: File): Promise<unknown> {
  try {
    return JSON.parse(await file.text());
  } catch {
    return null;
  }
}

/** Exports all saved views to a file, and imports them. */
export function ViewsFile({ views }: { views: readonly View[] }) {
  const input = useRef<HTMLInputElement>(null);

  function download() {
    const text = JSON.stringify(toViewsFile(views), null, 2);
    saveFile(new Blob([text], { type: 'application/json' }), 'rented-numbers_views.json');
    showToast({ text: words.exported(views.length) });
  }

  async function take(file: File | undefined) {
    if (!file) return;
    const parsed = parseViews(await readJson(file));
    const { isKept, undo } = importViews(parsed);
    const count = parsed.views.length;
    if (count > 0 || parsed.dropped.length === 0)
      showToast({ text: words.imported(count, isKept), undo: count > 0 ? undo : undefined });
  }

  return (
    <>
      <Button onClick={download} disabled={views.length === 0}>
        {words.exportViews}
      </Button>
      <Button onClick={() => input.current?.click()}>{words.importViews}</Button>
      <input
        ref={input}
        type="file"
        accept="application/json,.json"
        aria-label={words.file}
        hidden
        onChange={({ target }) => {
          void take(target.files?.[0]);
          // The same file can be chosen again.
          target.value = '';
        }}
      />
    </>
  );
}
