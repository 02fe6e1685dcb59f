import { useSyncExternalStore } from 'react';
import { useIsTasteKept, writeTaste } from '../lib/taste.ts';
import * as words from '../words/top-bar.ts';

type Theme = 'light' | 'dark';

const dark = matchMedia('(prefers-color-scheme: dark)');
const root = document.documentElement;

function subscribe(changed: () => void) {
  dark.addEventListener('change', changed);
  const observer = new MutationObserver(changed);
  observer.observe(root, { attributeFilter: ['data-theme'] });
  return () => {
    dark.removeEventListener('change', changed);
    observer.disconnect();
  };
}

const current = (): Theme => {
  const chosen = root.dataset.theme;
  return chosen === 'light' || chosen === 'dark' ? chosen : dark.matches ? 'dark' : 'light';
};

/** The theme: that of the system until the reader chooses one. The choice is stored. */
export function useTheme() {
  const isKept = useIsTasteKept();
  const theme = useSyncExternalStore(subscribe, current);
  return {
    theme,
    /** The label of the button that changes the theme. It says so if the browser stores no choice. */
    label: words.useTheme(theme === 'dark' ? words.lightTheme : words.darkTheme, isKept),
    toggle() {
      const next = theme === 'dark' ? 'light' : 'dark';
      root.dataset.theme = next;
      writeTaste('theme', next);
    },
  };
}
