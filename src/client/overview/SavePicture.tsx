import { Download } from 'lucide-react';
import { createContext, useContext } from 'react';
import { type Address, addressSelection } from '../address/address.ts';
import { fileName, snapshotPart } from '../export/file-name.ts';
import type { FilterName } from '../fields/filter-names.ts';
import { activeFilters } from '../filters/active-filters.ts';
import { formatMoment } from '../lib/format.ts';
import { isComplete, isPast } from '../list/scope.ts';
import type { NumberList } from '../list/useNumberList.ts';
import { Popover } from '../ui/Popover.tsx';
import { showToast } from '../ui/toast.ts';
import { labelled } from '../words/list.ts';
import { figureWords } from './figure-words.ts';
import { type FigureId, type Picture, type PictureFormat, pictureFormats } from './picture.ts';
import * as text from './words.ts';

/** What all figures are about. */
export const AboutFigures = createContext<{ list: NumberList; address: Address } | null>(null);

function useAboutFigures() {
  const about = useContext(AboutFigures);
  if (about === null) throw new Error('a figure outside of the overview');
  return about;
}

interface SavePictureProps {
  id: FigureId;
  title: string;
  picture: Picture;
}

/** The filter that is chosen in a figure. */
const ownFilters: Partial<Record<FigureId, FilterName>> = {
  'numbers-by-finding': 'check',
  'numbers-by-country': 'country_code',
  'numbers-by-type': 'type',
  'rented-by-month': 'rented',
};

/** Saves a figure as a file: as an image of pixels, or as outlines. */
export function SavePicture({ id, title, picture }: SavePictureProps) {
  const { list, address } = useAboutFigures();
  const { scope, set, shown } = list;
  const { total } = picture;

  const filterLines = (filters: Parameters<typeof activeFilters>[0]) =>
    activeFilters(filters, set).map(({ label, value }) => labelled(label, value));

  async function save(format: PictureFormat) {
    const at = new Date();
    const own = ownFilters[id];
    // A figure in which something is chosen still has the rest.
    const chosen = own && total > shown.length ? { [own]: address[own] } : {};
    const values = own && total > shown.length ? { ...address, [own]: null } : address;
    const name = fileName({
      account: list.account,
      snapshot: snapshotPart(list),
      what: id,
      selection: addressSelection(values),
      search: values.q,
      check: values.check,
      rented: values.rented,
      isComplete: isComplete(scope),
      count: total,
      at,
      format,
    });
    const loadedAt = scope.status === 'complete' ? new Date(scope.at) : at;
    const lines = [
      isPast(scope)
        ? figureWords(scope, total)
        : text.coveredAt(figureWords(scope, total), formatMoment(loadedAt.toISOString())),
      ...filterLines(values),
      ...filterLines(chosen).map(text.chosenIn),
    ];
    try {
      const { savePicture } = await import('./drawing/save-picture.ts');
      await savePicture({ title, lines, picture, format, name });
      showToast({ text: text.savedPicture(title) });
    } catch {
      showToast({ text: text.pictureFailed });
    }
  }

  return (
    <Popover
      label={text.savePicture(title)}
      trigger={
        <>
          <Download aria-hidden size={13} />
          <span>{text.save}</span>
        </>
      }
    >
      {(close) => (
        <div className="grid w-68">
          {pictureFormats.map((format) => (
            <button
              key={format}
              type="button"
              onClick={() => {
                close();
                void save(format);
              }}
              className="flex items-baseline gap-3 rounded-md px-2.5 py-1.5 text-left hover:bg-hover"
            >
              <span className="w-10 font-medium">{text.pictureFormats[format].label}</span>
              <span className="text-xs text-muted">{text.pictureFormats[format].hint}</span>
            </button>
          ))}
        </div>
      )}
    </Popover>
  );
}
