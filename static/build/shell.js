// Tells the service worker in dist which files the app needs to open without network: the page, everything with a hash
// in its name, the icons. A plug-in that does this (vite-plugin-pwa) brings three hundred packages and a worker of its
// own, which would have to be told to keep the files of the build before and to leave the API alone; this list is all
// that is needed of it.
import { createHash } from "node:crypto";
import { readdir, readFile, writeFile } from "node:fs/promises";

const dist = new URL("../dist/", import.meta.url);
const PLACE = /const SHELL = \{[^}]*\};/;

const text = (path) => readFile(new URL(path, dist), "utf8");
const sha256 = (content) => createHash("sha256").update(content).digest("hex");

const index = await text("index.html");
const assets = (await readdir(new URL("assets/", dist))).filter((name) => /-[\w-]{8}\.(js|css)$/.test(name));
const others = ["/index.html", "/manifest.webmanifest", "/icons/icon.svg", "/icons/icon-192.png"];
const files = [...others, ...assets.map((name) => `/assets/${name}`).sort()];
const entry = /<script type="module"[^>]* src="([^"]+)"/.exec(index)?.[1];
if (!entry || !files.includes(entry)) throw new Error("index.html names no script of dist/assets");

const worker = await text("sw.js");
if (!PLACE.test(worker)) throw new Error("sw.js has no place for the list of files");
const contents = await Promise.all(files.map((file) => readFile(new URL(`.${file}`, dist))));
// The worker's own text counts, too: a mended worker makes its own cache.
const version = sha256([worker, ...contents.map(sha256)].join("\n")).slice(0, 16);
const shell = JSON.stringify({ version, entry, index: sha256(index), files });
await writeFile(
  new URL("sw.js", dist),
  worker.replace(PLACE, () => `const SHELL = ${shell};`),
);
