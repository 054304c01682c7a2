import { defineConfig } from "vite";

/**
 * `/assets/apply.js` and `/assets/public.css` for the pages that the server renders. Their names are fixed because
 * those pages cannot know a hash, and the script is self-contained so that it works with or without type="module".
 */
export default defineConfig({
  publicDir: false,
  build: {
    target: "es2022",
    emptyOutDir: false,
    assetsInlineLimit: 0,
    cssCodeSplit: false,
    rollupOptions: {
      input: "src/public/apply.ts",
      output: { format: "iife", entryFileNames: "assets/apply.js", assetFileNames: "assets/public[extname]" },
    },
  },
});
