import { defineConfig } from "vitest/config";

/** The single-page front end. The style and script of the server-rendered pages are built by vite.public.config.ts. */
export default defineConfig({
  oxc: { jsx: { runtime: "automatic", importSource: "preact" } },
  build: {
    target: "es2022",
    // The polyfill would be one more script to allow; every browser we support preloads modules itself.
    modulePreload: { polyfill: false },
    // A data: URL in CSS would need font-src/img-src exceptions, and small files compress well anyway.
    assetsInlineLimit: 0,
  },
  server: { proxy: { "/api": "http://127.0.0.1:3000", "/apply": "http://127.0.0.1:3000", "/help": "http://127.0.0.1:3000" } },
  test: { environment: "node", include: ["src/**/*.test.ts"] },
});
