import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join, sep } from 'node:path';
import { accepts } from 'hono/accepts';
import { createMiddleware } from 'hono/factory';
import { getMimeType } from 'hono/utils/mime';
import type { AppEnv } from '../app-env.ts';

/**
 * The codings that the build writes beside a file, with the ends of their names; the smaller coding
 * first.
 */
const codings = [
  { name: 'br', end: '.br' },
  { name: 'gzip', end: '.gz' },
] as const;
type Coding = (typeof codings)[number]['name'] | 'identity';

const page = '/index.html';

interface Variant {
  body: Uint8Array<ArrayBuffer>;
  etag: string;
}

interface PageFile {
  type: string;
  variants: Partial<Record<Coding, Variant>> & { identity: Variant };
}

function readVariant(file: string): Variant {
  const body = new Uint8Array(readFileSync(file));
  const digest = createHash('sha256').update(body).digest('base64url');
  return { body, etag: `"${digest.slice(0, 22)}"` };
}

/** Every file of the folder by its path in an address. */
function readFiles(folder: string): Map<string, PageFile> {
  const names = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map(({ parentPath, name }) => join(parentPath, name));
  const all = new Set(names);
  const plain = names.filter((name) => !codings.some(({ end }) => name.endsWith(end)));
  return new Map(
    plain.map((name) => {
      const path = name.slice(folder.length).split(sep).join('/').replace(/^\/?/, '/');
      const coded = codings.filter(({ end }) => all.has(name + end));
      const file: PageFile = {
        type: getMimeType(name) ?? 'application/octet-stream',
        variants: {
          identity: readVariant(name),
          ...Object.fromEntries(
            coded.map((coding) => [coding.name, readVariant(name + coding.end)]),
          ),
        },
      };
      return [path, file];
    }),
  );
}

/** The coding that a client likes best (RFC 9110, section 12.5.3); of equals the smaller. */
function bestCoding(
  liked: readonly { type: string; q: number }[],
  offered: readonly Coding[],
): Coding {
  const qualityOf = (coding: string) =>
    (
      liked.find(({ type }) => type.toLowerCase() === coding) ??
      liked.find(({ type }) => type === '*')
    )?.q;
  let best: Coding = 'identity';
  // The plain file is always acceptable, and the last choice unless the client names it.
  let most = liked.find(({ type }) => type === 'identity')?.q ?? 0;
  for (const coding of offered) {
    const quality = qualityOf(coding) ?? 0;
    if (quality > 0 && (quality > most || (quality === most && best === 'identity'))) {
      best = coding;
      most = quality;
    }
  }
  return best;
}

const isKnown = (ifNoneMatch: string | undefined, etag: string) =>
  ifNoneMatch
    ?.split(',')
    .some((tag) => tag.trim() === '*' || tag.trim().replace(/^W\//, '') === etag);

/**
 * Serves the built page from memory: a few megabytes, read once. A client that reads slowly then
 * holds no file open and keeps no other client from the disk.
 */
export function pageFiles(folder: string) {
  const files = readFiles(folder);
  return createMiddleware<AppEnv>(async (c, next) => {
    const path = c.req.path === '/' ? page : c.req.path;
    const file = files.get(path);
    if (file === undefined) return next();
    const { type, variants } = file;
    const offered = codings.map(({ name }) => name).filter((name) => variants[name]);
    const coding = accepts(c, {
      header: 'Accept-Encoding',
      supports: [...offered],
      default: 'identity',
      match: (liked) => bestCoding(liked, offered),
    }) as Coding;
    const { body, etag } = variants[coding] ?? variants.identity;
    const headers = {
      // The page itself has no etag: a browser that keeps its old answer would keep old headers
      // too.
      ...(path !== page && { etag }),
      // The plain file varies as well, or a cache would give it to every client.
      vary: 'Accept-Encoding',
      ...(coding !== 'identity' && { 'content-encoding': coding }),
    };
    if (path !== page && isKnown(c.req.header('if-none-match'), etag))
      return c.body(null, 304, headers);
    return c.body(body, 200, {
      ...headers,
      'content-type': type,
      'content-length': String(body.length),
    });
  });
}
