import { Glyph } from './Glyph.tsx';

/** A country's flag, decorative: its name always stands beside it. */
export function Flag({ code }: { code: string }) {
  if (!/^[A-Z]{2}$/.test(code)) {
    return <Glyph name="globe" size={16} className="w-4.5 shrink-0 text-muted" />;
  }
  return (
    <img
      // Never the flag of another country while this one is on its way.
      key={code}
      src={`/flags/${code}.svg`}
      alt=""
      width={18}
      height={12}
      decoding="async"
      className="h-3 w-4.5 shrink-0 rounded-[2px] bg-line object-cover ring-1 ring-ink/10"
    />
  );
}
