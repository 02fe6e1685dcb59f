const paths = {
  up: 'M8 13V3M3.5 7.5 8 3l4.5 4.5',
  down: 'M8 3v10M3.5 8.5 8 13l4.5-4.5',
  more: 'M8 3.5v.01M8 8v.01M8 12.5v.01',
  error: 'M5.7 1.8h4.6l3.9 3.9v4.6l-3.9 3.9H5.7l-3.9-3.9V5.7zM8 5v3.2M8 10.8v.01',
  warning: 'M8 2.2 14.4 13.4H1.6zM8 6.4v3M8 11.4v.01',
  info: 'M8 1.8a6.2 6.2 0 1 0 0 12.4A6.2 6.2 0 0 0 8 1.8zM8 7.6v3.2M8 5.2v.01',
  accepted: 'M8 1.8a6.2 6.2 0 1 0 0 12.4A6.2 6.2 0 0 0 8 1.8zM5.6 8.2l1.7 1.7 3.2-3.4',
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
