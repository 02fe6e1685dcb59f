import { copyFileSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

import { brotliCompressSync, gzipSync } from 'node:zlib';
import tailwindcss from '@tailwindcss/vite';
import react from '@vitejs/plugin-react';
import type { Plugin, Rolldown } from 'vite';
import { defineConfig } from 'vitest/config';
import packageJson from './package.json' with { type: 'json' };
import { worldMap } from './src/build/world-map.ts';
import { developmentServer } from './src/server/dev.ts';

/** Country flags as `/flags/GB.svg`: Windows draws no emoji flags, and a map of hashed names is 4 kB of script. */
function flags(): Plugin {
  const folder = join(
    dirname(createRequire(import.meta.url).resolve('country-flag-icons/package.json')),
    '3x2',
  );
  return {
    name: 'rented-numbers:flags',
    applyToEnvironment: ({ name }) => name === 'client',
    configureServer({ middlewares }) {
      middlewares.use('/flags', (request, response, next) => {
        const file = /^\/([A-Z]{2})\.svg$/.exec(request.url ?? '')?.[1];
        if (!file) return next();
        response.setHeader('content-type', 'image/svg+xml');
        response.end(readFileSync(join(folder, `${file}.svg`)));
      });
    },
    generateBundle() {
      for (const name of readdirSync(folder).filter((file) => /^[A-Z]{2}\.svg$/.test(file))) {
        this.emitFile({
          type: 'asset',
          fileName: `flags/${name}`,
          source: readFileSync(join(folder, name)),
        });
      }
    },
  };
}

/** Writes `.gz` and `.br` beside what the page loads, so that the server compresses nothing itself. */
function precompress(): Plugin {
  return {
    name: 'rented-numbers:precompress',
    applyToEnvironment: ({ name }) => name === 'client',
    writeBundle({ dir = '' }, bundle) {
      for (const name of Object.keys(bundle).filter((file) => /\.(js|css|html)$/.test(file))) {
        const file = join(dir, name);
        const content = readFileSync(file);
        writeFileSync(`${file}.gz`, gzipSync(content, { level: 9 }));
        writeFileSync(`${file}.br`, brotliCompressSync(content));
      }
    },
  };
}

const licenseFile = 'licenses.md';

/**
 * Adds to the page's list of licences, which has what is in its bundle, the packages that come by
 * other ways: in a worker, as files, or drawn and written by the build.
 */
function otherLicenses(): { page: Plugin; worker: Plugin } {
  const require = createRequire(import.meta.url);
  const folders = new Set(
    ['country-flag-icons', 'world-atlas', 'tailwindcss'].map((name) =>
      dirname(require.resolve(`${name}/package.json`)),
    ),
  );

  function textOf(folder: string): string {
    const { name, version, license } = require(join(folder, 'package.json'));
    const file = readdirSync(folder).find((each) => /^licen[cs]e/i.test(each));
    const text = file === undefined ? '' : `\n${readFileSync(join(folder, file), 'utf8').trim()}\n`;
    return `\n## ${name} - ${version} (${license})\n${text}`;
  }

  return {
    worker: {
      name: 'rented-numbers:worker-licenses',
      generateBundle(_, bundle) {
        const modules = Object.values(bundle).flatMap((file) =>
          file.type === 'chunk' ? file.moduleIds : [],
        );
        for (const id of modules) {
          const folder = /^.*\/node_modules\/(@[^/]+\/)?[^/]+(?=\/)/.exec(id)?.[0];
          if (folder !== undefined && !folder.startsWith('\0')) folders.add(folder);
        }
      },
    },
    page: {
      name: 'rented-numbers:other-licenses',
      applyToEnvironment: ({ name }) => name === 'client',
      writeBundle({ dir = '' }) {
        const file = join(dir, licenseFile);
        const listed = readFileSync(file, 'utf8');
        const others = [...folders].sort().map(textOf);
        const isNew = (text: string) => !listed.includes(text.trim().split('\n')[0] ?? '');
        writeFileSync(file, listed + others.filter(isNew).join(''));
      },
    },
  };
}

/** Says in `dist` what it is and under which licence: a module, too, where the folder around it holds another kind. */
function packageFile(): Plugin {
  const { name, version, license, type, engines } = packageJson;
  return {
    name: 'rented-numbers:package-file',
    applyToEnvironment: (environment) => environment.name === 'ssr',
    writeBundle({ dir = '' }) {
      const about = { name, version, private: true, license, type, engines };
      copyFileSync('LICENSE', join(dir, '..', 'LICENSE'));
      writeFileSync(join(dir, '..', 'package.json'), `${JSON.stringify(about, null, 2)}\n`);
    },
  };
}

/** All that a module needs, itself included, without what it imports later. */
function closure(entry: string, modules: Rolldown.ChunkingContext): Set<string> {
  const needed = new Set<string>();
  const add = (module: string) => {
    if (needed.has(module)) return;
    needed.add(module);
    for (const imported of modules.getModuleInfo(module)?.importedIds ?? []) add(imported);
  };
  add(entry);
  return needed;
}

const source = (file: string) => fileURLToPath(new URL(`src/client/${file}`, import.meta.url));

/** What filters, counts, searches and sorts rows: plain first rows need nothing of it, others this alone. */
const rowEntries = ['list/row-view.ts'];

/** What is loaded right after the first rows, and not only on use. */
const toolEntries = ['page/tools.ts', 'app/tools.ts', 'list/inventory.ts'];

/**
 * The three files of the page: `page` has all that the first row needs, `rows` what a sorted or
 * searched first row needs too, `tools` all that is loaded right after it. Left alone, every module
 * that two parts share would be a file and a request of its own, and would be listed in the one file
 * that the first row waits for.
 */
function files() {
  const group = (name: string, priority: number, entries: readonly string[]) => {
    let needed: Set<string> | undefined;
    return {
      // A group brings along what its modules need, so the page's modules are taken first.
      priority,
      debugName: name,
      name(id: string, modules: Rolldown.ChunkingContext) {
        needed ??= new Set(entries.flatMap((entry) => [...closure(source(entry), modules)]));
        return needed.has(id) ? name : null;
      },
    };
  };
  return [
    group('page', 3, ['main.tsx']),
    group('rows', 2, rowEntries),
    group('tools', 1, toolEntries),
  ];
}

const licenses = otherLicenses();

/** A slow machine is no fault of the build, and who starts the dashboard cannot help it. */
const checks = { bundlerTimings: false };

export default defineConfig(({ command }) => ({
  // Every address in the build is a relative one, so that one build serves below any path.
  base: './',
  define: { PACKAGE_VERSION: JSON.stringify(packageJson.version) },
  plugins: [
    // The compiler's `#jsx` has types only.
    react({ jsxImportSource: 'react' }),
    tailwindcss(),
    flags(),
    worldMap(),
    precompress(),
    licenses.page,
    packageFile(),
    developmentServer(),
  ],
  builder: {},
  resolve: {
    alias: [
      // React has had the hook itself since version 18; the stand-in for older ones is never used.
      {
        find: 'use-sync-external-store/shim/with-selector',
        replacement: 'use-sync-external-store/with-selector',
      },
      {
        find: /^fflate$/,
        replacement: fileURLToPath(new URL('src/client/export/zip-in-place.ts', import.meta.url)),
      },
    ],
  },
  worker: { format: 'es', plugins: () => [licenses.worker] },
  environments: {
    client: {
      build: {
        outDir: 'dist/client',
        license: { fileName: licenseFile },
        assetsInlineLimit: 0,
        modulePreload: false,
        rolldownOptions: {
          checks,
          output: {
            codeSplitting: { groups: files() },
          },
        },
      },
    },
    ssr: {
      // Nothing but Node is needed; in development Node loads the packages itself.
      ...(command === 'build' && { resolve: { noExternal: true as const } }),
      build: {
        ssr: true,
        outDir: 'dist/server',
        license: { fileName: licenseFile },
        copyPublicDir: false,
        target: 'node20',
        rolldownOptions: {
          checks,
          input: {
            main: 'src/server/start.ts',
            'history-worker': 'src/server/history/tasks/worker.ts',
          },
          output: {
            entryFileNames: '[name].js',
            chunkFileNames: ({ name }) => (name === 'main' ? 'program.js' : '[name].js'),
          },
        },
      },
    },
  },
  // Specs share nothing but modules, and starting a process for each takes longer than running them.
  test: {
    include: ['src/**/*.spec.ts'],
    globalSetup: 'src/server/security/test-global-setup.ts',
    isolate: false,
    // How long a property takes to hold a hundred times is no part of what it says.
    testTimeout: 180_000,
    // Nor is how long another process takes to answer.
    expect: { poll: { timeout: 20_000 } },
  },
}));
