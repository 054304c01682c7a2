// Writes a .gz and a .br beside every text file of dist, so that the WASM component that serves them never compresses.
import { readdir, readFile, writeFile } from "node:fs/promises";
import { extname, join } from "node:path";
import { promisify } from "node:util";
import { brotliCompress, constants, gzip } from "node:zlib";

const TEXT = new Set([".html", ".js", ".css", ".svg", ".json", ".webmanifest", ".txt", ".map"]);
const folder = new URL("../dist", import.meta.url).pathname;

const files = await readdir(folder, { recursive: true, withFileTypes: true });
const texts = files.filter((file) => file.isFile() && TEXT.has(extname(file.name)));

await Promise.all(
  texts.map(async (file) => {
    const path = join(file.parentPath, file.name);
    const content = await readFile(path);
    const brotli = {
      params: { [constants.BROTLI_PARAM_QUALITY]: 11, [constants.BROTLI_PARAM_SIZE_HINT]: content.length },
    };
    await writeFile(`${path}.gz`, await promisify(gzip)(content, { level: 9 }));
    await writeFile(`${path}.br`, await promisify(brotliCompress)(content, brotli));
  }),
);
