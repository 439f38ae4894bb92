import node from '@astrojs/node';
import svelte from '@astrojs/svelte';
import { defineConfig } from 'astro/config';
import { keptNow } from './tools/kept-promises.ts';

// Two folders can be moved, so that a test run and a running server do not overwrite each other's build.
const outDir = process.env['BUILD_DIR'] ?? './dist';
const cacheDir = process.env['BUILD_CACHE_DIR'] ?? './node_modules/.astro';

// Vite writes styles into the page while one develops, which a strict policy forbids; a built page has none.
const developing = process.argv.includes('dev');

export default defineConfig({
  output: 'server',
  trailingSlash: 'never',
  outDir,
  cacheDir,
  // Whole pages, not streams: a page that fails half way must become a clean 500 that reaches the log.
  adapter: node({ mode: 'middleware', staticHeaders: true, experimentalDisableStreaming: true }),
  integrations: [svelte()],
  devToolbar: { enabled: false },
  markdown: { syntaxHighlight: false },
  // src/server/ asks itself whether a post is ours: Astro's own check refuses one-click unsubscribe (RFC 8058).
  // src/server/ also bounds every body, per route, before it gets here.
  security: {
    checkOrigin: false,
    actionBodySizeLimit: 30 * 1024 * 1024,
    csp: !developing && {
      directives: [
        "default-src 'self'",
        "img-src 'self' data:",
        "object-src 'none'",
        "base-uri 'none'",
        "form-action 'self'",
        "frame-ancestors 'none'",
      ],
    },
  },
  vite: {
    // What the last test run showed of our promises goes with the build.
    define: { KEPT_PROMISES: JSON.stringify(keptNow()) },
    cacheDir: `${cacheDir}/vite`,
    ssr: { external: ['better-sqlite3', 'fontkit', 'pg', 'sharp', 'pino', 'nodemailer'] },
  },
});
