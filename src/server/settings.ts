import { accessSync, constants } from 'node:fs';
import { join, resolve } from 'node:path';
import type { Variables } from './environment.ts';
import { type ReadFile, readSmallFile, readUtf8 } from './text-file.ts';

/** A line that may set a variable but cannot be read; one of `words` may be the variable's name. */
interface UnclearLine {
  words: readonly string[];
  line: number;
}

const quoted = `'[^']*'|"[^"]*"|\`[^\`]*\``;
// A comment needs a space before it. A line with `a#b` is unclear, because programs read it
// differently, as `a#b` or as `a`.
const plain = `[^\\s#'"\`](?:[^#]*[^\\s#])?`;
const assignment = new RegExp(
  `^\\s*(?:export\\s+)?([\\w.-]+)\\s*=(?:\\s*(${quoted}|${plain}))?\\s*(?:\\s#.*)?$`,
);

/**
 * Reads `NAME=value`, one a line, with quotes and comments. A value has no line breaks, and no
 * variables in it are replaced. The last of two lines for one name counts, as in a shell.
 */
function readEnvFile(text: string): { variables: Variables; unclear: UnclearLine[] } {
  const variables: Record<string, string> = {};
  const unclear: UnclearLine[] = [];
  text.split(/\r\n?|\n/).forEach((content, at) => {
    if (/^\s*(#|$)/.test(content)) return;
    const [, name, value = ''] = assignment.exec(content) ?? [];
    if (name === undefined) {
      const words = content.split(/[^\w.-]+/).filter((word) => word !== '');
      unclear.push({ words, line: at + 1 });
      return;
    }
    // `Environment=NAME=value`, as systemd writes it, is unclear. Other values, such as secrets,
    // may hold a `=`.
    const [, nested] = /^['"]?([A-Z]\w*)=/.exec(value) ?? [];
    if (name === 'Environment' && nested !== undefined) {
      unclear.push({ words: [nested], line: at + 1 });
    }
    variables[name] = /^['"`]/.test(value) ? value.slice(1, -1) : value;
  });
  return { variables, unclear };
}

/** All variables, and their sources. */
export interface Settings {
  /** An empty variable counts as not set. */
  variables: Variables;
  /** The `.env` files that were read; an earlier one counts before a later one. */
  files: readonly string[];
  /** The file of each variable that came from a file. */
  fileOf: ReadonlyMap<string, string>;
  unclear: readonly (UnclearLine & { file: string })[];
  problems: readonly string[];
}

function canEnter(folder: string): boolean {
  try {
    accessSync(folder, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

const codeOf = (error: unknown) =>
  error instanceof Error && 'code' in error ? String(error.code) : 'unknown error';

interface Places {
  /** The folders of `.env` files, in the order of their precedence. */
  folders: readonly string[];
  readFile?: ReadFile;
}

/** The environment, completed by the `.env` files of some folders: what is set first stays. */
export function readSettings(
  environment: Variables,
  { folders, readFile = readSmallFile }: Places,
): Settings {
  const variables: Record<string, string> = {};
  const fileOf = new Map<string, string>();
  const files: string[] = [];
  const unclear: (UnclearLine & { file: string })[] = [];
  const problems: string[] = [];

  function add(given: Variables, file?: string) {
    for (const [name, value = ''] of Object.entries(given)) {
      if (value.trim() === '' || variables[name] !== undefined) continue;
      variables[name] = value;
      if (file !== undefined) fileOf.set(name, file);
    }
  }

  function addFile(file: string) {
    let bytes: Uint8Array;
    try {
      bytes = readFile(file);
    } catch (error) {
      const code = codeOf(error);
      if (code === 'ENOENT' || code === 'ENOTDIR') return;
      problems.push(
        code === 'EISDIR'
          ? `${file} is a folder: move it away, or start the dashboard in another folder.`
          : `${file} cannot be read (${code}): let the user who starts the dashboard read it, or move it away.`,
      );
      return;
    }
    const { text, fault } = readUtf8(bytes);
    if (text === undefined) {
      problems.push(`${file} ${fault}.`);
      return;
    }
    const read = readEnvFile(text);
    files.push(file);
    unclear.push(...read.unclear.map((line) => ({ ...line, file })));
    add(read.variables, file);
  }

  add(environment);
  const places = new Set(folders.filter(canEnter).map((folder) => resolve(folder)));
  for (const folder of places) addFile(join(folder, '.env'));
  return { variables, files, fileOf, unclear, problems };
}
