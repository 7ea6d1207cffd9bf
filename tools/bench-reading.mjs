/**
 * Reads made files of 100,000 x 15 (or ROWS x 15) and prints seconds, and peak memory of this process
 * and of the child that reads: `node tools/bench-reading.mjs [csv|xlsx|ods|xls …]`, after `pnpm build`.
 */
import { createWriteStream } from "node:fs";
import { mkdtemp, readFile, rm, stat, writeFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Writable } from "node:stream";

const api = new URL("../apps/api/", import.meta.url);
const { inspectFile, readRows } = await import(
  new URL("dist/features/spreadsheets/readSheet.js", api).href
);
const fromApi = createRequire(new URL("package.json", api));
const rows = Number(process.env.ROWS ?? 100_000);
const folder = await mkdtemp(join(tmpdir(), "bench-reading-"));
const wanted = process.argv.slice(2);
const header = Array.from({ length: 15 }, (_, column) => `Coluna ${column + 1}`);

function rowAt(index) {
  return [
    `C-${String(index).padStart(7, "0")}`,
    `Cliente ${index} São João Ltda`,
    `Razão Social ${index} S.A.`,
    `${String(10_000_000 + index)}000195`,
    `contato${index}@empresa${index % 977}.com.br`,
    `+55 11 9${String(10_000_000 + index)}`,
    `Rua das Acácias, ${index % 999}`,
    `Conjunto ${index % 40}`,
    ["São Paulo", "Rio de Janeiro", "Curitiba"][index % 3],
    ["SP", "RJ", "PR"][index % 3],
    String(1_000_000 + (index % 900_000)).padStart(8, "0"),
    "Brasil",
    index * 1.25,
    index % 365,
    index % 7 === 0 ? `Nota "${index}"; com aspas` : "",
  ];
}

const makers = {
  csv: async (path) => {
    const out = createWriteStream(path);
    const quote = (value) =>
      /[";\n]/.test(String(value)) ? `"${String(value).replaceAll('"', '""')}"` : value;
    out.write(`${header.join(";")}\r\n`);
    for (let index = 0; index < rows; index += 1) {
      if (!out.write(`${rowAt(index).map(quote).join(";")}\r\n`))
        await new Promise((go) => out.once("drain", go));
    }
    await new Promise((go) => out.end(go));
  },
  xlsx: async (path) => {
    const { writeXlsxStream } = await import(new URL("node_modules/hucre/dist/xlsx.mjs", api).href);
    async function* all() {
      yield header;
      for (let index = 0; index < rows; index += 1) yield rowAt(index);
    }
    await writeXlsxStream(all(), { name: "Clientes" }).pipeTo(
      Writable.toWeb(createWriteStream(path)),
    );
  },
  ods: (path) => withSheetJs(path, "ods"),
  xls: (path) => withSheetJs(path, "biff8"),
  xlsb: (path) => withSheetJs(path, "xlsb"),
};

async function withSheetJs(path, bookType) {
  const XLSX = fromApi("xlsx");
  const book = XLSX.utils.book_new();
  const count = bookType === "biff8" ? Math.min(rows, 65_000) : rows;
  const data = [header, ...Array.from({ length: count }, (_, index) => rowAt(index))];
  XLSX.utils.book_append_sheet(book, XLSX.utils.aoa_to_sheet(data, { dense: true }), "Clientes");
  await writeFile(path, XLSX.write(book, { type: "buffer", bookType }));
}

/** Watches the memory of this process's children (Linux only). */
function watchChildren() {
  let peak = 0;
  const timer = setInterval(async () => {
    const list = await readFile(`/proc/${process.pid}/task/${process.pid}/children`, "utf8").catch(
      () => "",
    );
    for (const pid of list.split(" ").filter(Boolean)) {
      const status = await readFile(`/proc/${pid}/status`, "utf8").catch(() => "");
      peak = Math.max(peak, Number(/VmHWM:\s+(\d+)/.exec(status)?.[1] ?? 0) / 1024);
    }
  }, 50);
  return () => {
    clearInterval(timer);
    return Math.round(peak);
  };
}

for (const format of wanted.length > 0 ? wanted : ["csv", "xlsx"]) {
  const path = join(folder, `file.${format}`);
  await makers[format](path);
  global.gc?.();
  const quiet = process.memoryUsage().rss;
  let parentPeak = 0;
  let worstPause = 0;
  let last = performance.now();
  const pauses = setInterval(() => {
    const now = performance.now();
    worstPause = Math.max(worstPause, now - last - 5);
    last = now;
    parentPeak = Math.max(parentPeak, process.memoryUsage().rss);
  }, 5);
  const stop = watchChildren();
  let started = performance.now();
  const { rowEstimate } = await inspectFile(path);
  const inspected = performance.now() - started;
  started = performance.now();
  let count = 0;
  for await (const batch of readRows(path)) count += batch.length;
  const read = performance.now() - started;
  clearInterval(pauses);
  console.log(
    `${format}: ${((await stat(path)).size / 1024 ** 2).toFixed(1)} MB, inspected in ${(inspected / 1_000).toFixed(2)} s (about ${rowEstimate} rows), ` +
      `${count} rows read in ${(read / 1_000).toFixed(2)} s; child at most ${stop()} MB, this process +${Math.round((parentPeak - quiet) / 1024 ** 2)} MB, ` +
      `its longest pause ${worstPause.toFixed(0)} ms`,
  );
}
await rm(folder, { recursive: true });
