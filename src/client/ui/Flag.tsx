import { countryCodes } from '../lib/country-codes.ts';
import { Glyph } from './Glyph.tsx';

/** Only these countries have a file. The address of any other flag would be an error in the console. */
const withFlag = new Set(countryCodes);

/** A country's flag, decorative: its name always stands beside it. */
export function Flag({ code }: { code: string }) {
  const country = code.toUpperCase();
  if (!withFlag.has(country)) {
    return <Glyph name="globe" size={16} className="w-4.5 shrink-0 text-muted" />;
  }
  return (
    <img
      // A new element for each country: the old flag would stay on screen until the new one is loaded.
      key={country}
      src={`flags/${country}.svg`}
      alt=""
      width={18}
      height={12}
      decoding="async"
      className="h-3 w-4.5 shrink-0 rounded-[2px] bg-line object-cover ring-1 ring-ink/10"
    />
  );
}
