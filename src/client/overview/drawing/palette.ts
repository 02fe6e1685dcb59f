/** The colours of the style sheet that pictures have, without `--color-`. */
const names = [
  'page',
  'ink',
  'muted',
  'line',
  'control',
  'accent',
  'accent-soft',
  'warn',
  'land',
  'scale-1',
  'scale-2',
  'scale-3',
  'scale-4',
  'scale-5',
  'scale-6',
  'scale-7',
] as const;

export type Palette = Readonly<Record<(typeof names)[number], string>>;

/**
 * The light theme's colours, whatever the page's theme is: pictures go into documents. The build
 * resolves the theme at the root, so the root is light for the moment of reading, which no paint
 * sees.
 */
export function readPalette(): Palette {
  const root = document.documentElement;
  const { theme } = root.dataset;
  const probe = document.createElement('span');
  probe.hidden = true;
  root.dataset.theme = 'light';
  document.body.append(probe);
  const entries = names.map((name) => {
    probe.style.color = `var(--color-${name})`;
    return [name, getComputedStyle(probe).color];
  });
  probe.remove();
  if (theme === undefined) delete root.dataset.theme;
  else root.dataset.theme = theme;
  return Object.fromEntries(entries) as Palette;
}

export const shadesOf = (palette: Palette) =>
  ([1, 2, 3, 4, 5, 6, 7] as const).map((shade) => palette[`scale-${shade}`]);
