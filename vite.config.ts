import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

import { brotliCompressSync, gzipSync } from 'node:zlib';
import tailwindcss from '@tailwindcss/vite';
import react from '@vitejs/plugin-react';
import type { Plugin } from 'vite';
import { defineConfig } from 'vitest/config';
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

export default defineConfig(({ command }) => ({
  plugins: [react(), tailwindcss(), flags(), precompress(), developmentServer()],
  builder: {},
  resolve: {
    alias: [
      {
        find: /^fflate$/,
        replacement: fileURLToPath(
          new URL('src/client/numbers/export/zip-in-place.ts', import.meta.url),
        ),
      },
    ],
  },
  worker: { format: 'es' },
  environments: {
    client: { build: { outDir: 'dist/client', assetsInlineLimit: 0 } },
    ssr: {
      // One file that needs nothing but Node; in development Node loads the packages itself.
      ...(command === 'build' && { resolve: { noExternal: true as const } }),
      build: {
        ssr: true,
        outDir: 'dist/server',
        copyPublicDir: false,
        target: 'node20',
        rolldownOptions: { input: { main: 'src/server/main.ts' } },
      },
    },
  },
  // Specs share nothing but modules, and starting a process for each takes longer than running them.
  test: { include: ['src/**/*.spec.ts'], isolate: false },
}));
