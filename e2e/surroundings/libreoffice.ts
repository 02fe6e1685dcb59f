import { execFile } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, extname, join } from 'node:path';
import { promisify } from 'node:util';
import { test as base } from '../faults/dashboard.ts';
import { requireProgram } from '../programs.ts';

const run = promisify(execFile);

/** How text files are read: tokens of LibreOffice's filter "Text - txt - csv". */
interface TextOptions {
  /** The characters at which cells are split. */
  separators: string;
  /**
   * The number of columns to read as text; without it, LibreOffice looks for numbers, dates and
   * formulas.
   */
  textColumns?: number;
}

interface Conversion {
  to: 'fods' | 'xlsx';
  /** For text files only. */
  text?: TextOptions;
}

function inputFilter({ separators, textColumns = 0 }: TextOptions): string {
  const split = [...separators].map((separator) => separator.charCodeAt(0)).join('/');
  const quote = '"'.charCodeAt(0);
  const utf8 = 76;
  const columns = Array.from({ length: textColumns }, (_, at) => `${at + 1}/2`).join('/');
  const findNumbers = textColumns === 0;
  return `CSV:${split},${quote},${utf8},1,${columns},0,false,${findNumbers},true`;
}

export type Convert = (files: readonly string[], how: Conversion) => Promise<string[]>;

/** A LibreOffice with a profile of its own, which opens files and saves them in another format. */
export const test = base.extend<object, { convert: Convert }>({
  convert: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the fixture's needs from it.
    async ({}, use) => {
      const profile = await mkdtemp(join(tmpdir(), 'libreoffice-'));
      await use(async (files, { to, text }) => {
        const folder = await mkdtemp(join(profile, 'saved-'));
        await run(requireProgram('LibreOffice'), [
          `-env:UserInstallation=file://${profile}/user`,
          '--headless',
          ...(text ? [`--infilter=${inputFilter(text)}`] : []),
          ...['--convert-to', to, '--outdir', folder],
          ...files,
        ]);
        return files.map((file) => join(folder, `${basename(file, extname(file))}.${to}`));
      });
      await rm(profile, { recursive: true, force: true });
    },
    { scope: 'worker' },
  ],
});
