import { readFile, readdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { promisify } from "node:util";
import { brotliCompress, constants, gzip } from "node:zlib";

const brotli = promisify(brotliCompress);
const zip = promisify(gzip);

// The best there is: it takes seconds at build time, and saves every phone a twelfth of what quality 8 would send.
const params = { [constants.BROTLI_PARAM_QUALITY]: constants.BROTLI_MAX_QUALITY };

/** Leaves a `.br` and a `.gz` beside each file of a folder. Below a kilobyte it is not worth it. */
export async function precompress(folder: string): Promise<void> {
  const files = await readdir(folder);
  await Promise.all(
    files.map(async (file) => {
      const path = join(folder, file);
      const content = await readFile(path);
      if (content.byteLength < 1024) return;
      const [small, smaller] = await Promise.all([
        zip(content, { level: 9 }),
        brotli(content, { params }),
      ]);
      await Promise.all([writeFile(`${path}.gz`, small), writeFile(`${path}.br`, smaller)]);
    }),
  );
}
