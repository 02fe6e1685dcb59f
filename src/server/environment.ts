import {
  type ReadFile,
  type ReadText,
  readSecretFile,
  readSecretText,
  readSmallFile,
  readTextFile,
} from './text-file.ts';

export type Variables = Readonly<Record<string, string | undefined>>;

/** A file of settings, and where it is. */
export interface TextFile {
  path: string;
  text: string;
}

/** Reads typed values from environment variables, and collects the problems with them. */
export function createEnvironment(variables: Variables, readFile: ReadFile = readSmallFile) {
  const problems: string[] = [];
  const names = new Set<string>();
  const secretNames = new Set<string>();
  const files: string[] = [];
  const text = (name: string) => {
    names.add(name);
    return variables[name]?.trim() || undefined;
  };
  const refuse = (line: string) => {
    problems.push(line);
    return undefined;
  };

  return {
    problems,
    /** All variables read so far, and the ones among them that hold a secret. */
    names,
    secretNames,
    /** The files from which secrets were read. */
    files,
    refuse,
    text,

    integer(name: string, fallback: number, min: number, max: number): number {
      const value = text(name);
      if (value === undefined) return fallback;
      const number = /^\d{1,10}$/.test(value) ? Number(value) : Number.NaN;
      if (number >= min && number <= max) return number;
      refuse(`${name} must be a whole number from ${min} to ${max}; got ${JSON.stringify(value)}.`);
      return fallback;
    },

    oneOf(name: string, fallback: string, allowed: readonly string[]): string {
      const value = text(name) ?? fallback;
      if (!allowed.includes(value)) {
        refuse(`${name} must be one of ${allowed.join(', ')}; got ${JSON.stringify(value)}.`);
      }
      return value;
    },

    flag(name: string): boolean {
      const value = text(name) ?? 'false';
      if (value !== 'true' && value !== 'false') refuse(`${name} must be true or false.`);
      return value === 'true';
    },

    /** A secret from `NAME`, or from the file that `NAME_FILE` names; never both. */
    secret(name: string): string | undefined {
      secretNames.add(name);
      const fileName = `${name}_FILE`;
      const path = text(fileName);
      const direct = text(name) === undefined ? undefined : variables[name];
      if (path === undefined) {
        if (direct === undefined) return undefined;
        const { text: secret, fault } = readSecretText(direct);
        return secret ?? refuse(`${name} ${fault}.`);
      }
      if (direct !== undefined) return refuse(`${name} and ${fileName} are both set; keep one.`);
      const { text: secret, fault } = readSecretFile(path, readFile);
      if (secret === undefined) return refuse(`${fileName} names a file that ${fault}.`);
      files.push(path);
      return secret;
    },

    /** The file that `NAME` names, as text. */
    file(name: string, mostBytes?: number): TextFile | undefined {
      const path = text(name);
      if (path === undefined) return undefined;
      const { text: content, fault } = readTextFile(path, readFile, mostBytes);
      if (content === undefined) return refuse(`${name} names a file that ${fault}.`);
      return { path, text: content };
    },

    /** A file that another file of settings names, as a secret; the caller refuses its fault. */
    secretFile: (path: string): ReadText => readSecretFile(path, readFile),

    /** An http or https address without user, password, query and fragment. */
    url(name: string): URL | undefined {
      const value = text(name);
      if (value === undefined) return undefined;
      if (!URL.canParse(value) || !/^https?:$/.test(new URL(value).protocol)) {
        return refuse(`${name} is not an address; it looks like https://host.example.`);
      }
      const url = new URL(value);
      if (url.username || url.password || url.search || url.hash) {
        return refuse(`${name} must be an address only: no user, password, query or fragment.`);
      }
      return url;
    },
  };
}

export type Environment = ReturnType<typeof createEnvironment>;
