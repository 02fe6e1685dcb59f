const paths = {
  up: 'M8 13V3M3.5 7.5 8 3l4.5 4.5',
  down: 'M8 3v10M3.5 8.5 8 13l4.5-4.5',
  more: 'M8 3.5v.01M8 8v.01M8 12.5v.01',
  open: 'M2.5 3.5h11v9h-11zM9.5 3.5v9',
  copy: 'M5.5 5.5h7v7h-7zM10.5 3.5h-7v7',
  globe: 'M8 2a6 6 0 1 0 0 12A6 6 0 0 0 8 2zM2 8h12M8 2c4.5 4 4.5 8 0 12M8 2c-4.5 4-4.5 8 0 12',
};

interface GlyphProps {
  name: keyof typeof paths;
  size: number;
  className?: string;
}

/**
 * An icon of the table, decorative. The table draws fifty of them in a frame while it is scrolled,
 * and before anything else is loaded, so these are bare paths; everywhere else Lucide's are used.
 */
export const Glyph = ({ name, size, className }: GlyphProps) => (
  <svg
    aria-hidden="true"
    viewBox="0 0 16 16"
    width={size}
    height={size}
    fill="none"
    stroke="currentColor"
    strokeWidth="1.3"
    strokeLinecap="round"
    strokeLinejoin="round"
    className={className}
  >
    <path d={paths[name]} />
  </svg>
);
