/**
 * Imports generated files of ROWS rows (100,000 unless set) into databases that hold as many customers already, and
 * compares each import with the floor on the same machine: the same file parsed, its rows copied into the same table, a
 * line of history written for each, and for each document the line that it has. Then previews the undo of the import,
 * and undoes it. Customers have 15 columns, from .csv and .xlsx; contacts, projects, orders and invoices name theirs by
 * tax ID, name or number, among as many of their kind; all new, or half of them updates. The
 * processor's time is that of server and database; of the floor, also this process's, which parses the file then.
 * `node tools/bench-import.mjs [csv-new xlsx-half contacts-new …]`, after a build; ROUNDS repeats the whole; with
 * WATCHED=no nobody reads the list meanwhile, which leaves the processor time to the import. Linux only.
 */
import { openAsBlob } from "node:fs";
import { stat } from "node:fs/promises";
import os from "node:os";
import path from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { startedCpuSeconds, untilAtRest } from "./bench/cpu.mjs";
import { COLUMNS, cellsAt, copyLine, rowsOf, writeCsv, writeXlsx } from "./bench/importFiles.mjs";
import { columnsOf, copyInto, customerIds, importFloor } from "./bench/importFloor.mjs";
import { LIST, memory, watchList, watchMemory } from "./bench/importWatch.mjs";
import { knownLine, RELATED, relatedRowsOf } from "./bench/relatedFiles.mjs";
import { fromApi, openStage } from "./bench/stage.mjs";

const ROWS = Number(process.env.ROWS ?? 100_000);
const KNOWN = Number(process.env.KNOWN ?? 100_000);
const ROUNDS = Number(process.env.ROUNDS ?? 1);
const WATCHED = process.env.WATCHED !== "no";
const CASES =
  process.argv.length > 2
    ? process.argv.slice(2)
    : ["csv", "xlsx", ...Object.keys(RELATED)].flatMap((one) => [`${one}-new`, `${one}-half`]);

const stage = await openStage("bench-import");
const { folder, run, withClient } = stage;
const relatedOf = (name) => RELATED[name.split("-")[0]];
const seconds = (since) => (performance.now() - since) / 1_000;
const median = (values) => values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)];

/** Starts the server on a database; `upload` gives it a file and answers the file's id. */
async function serve(database) {
  const server = await stage.serve(database, { IMPORT_SIZE_LIMIT_MB: "2000" });
  const { cookie, origin } = server.headers;
  const upload = async (file) => {
    const form = new FormData();
    form.append("file", await openAsBlob(file), path.basename(file));
    const response = await fetch(`${server.url}/files`, {
      method: "POST",
      headers: { cookie, origin },
      body: form,
    });
    const body = await response.json();
    if (!response.ok) throw new Error(JSON.stringify(body));
    return body.id;
  };
  return { ...server, upload };
}

const SEEN = `query ($id: ID!) { import(id: $id) { status problem counts { total new update unchanged duplicate error } result { created updated unchanged skipped failed } } }`;
const UNDO = `query ($id: ID!) { import(id: $id) { undo { deleted restored kept } } }`;

const step = (name) =>
  `mutation ($input: ImportIdInput!) { ${name}(input: $input) { import { id } } }`;

async function until({ ask }, id, statuses) {
  for (;;) {
    const { import: seen } = await ask(SEEN, { id });
    if (statuses.includes(seen.status)) return seen;
    if (seen.status === "FAILED" || seen.status === "MATCHING")
      throw new Error(JSON.stringify(seen));
    // Often enough for the clock, and too seldom to take processor time from the import.
    await pause(250);
  }
}

async function measure(name, file) {
  const database = `case_${name.replace("-", "_")}`;
  await run("postgres", `CREATE DATABASE ${database} TEMPLATE seed`);
  const server = await serve(database);
  try {
    await untilAtRest(server.pid);
    for (let warm = 0; warm < 50; warm += 1) await server.ask(LIST, { after: null });
    const stopQuiet = watchList(server.ask);
    await pause(3_000);
    const quiet = await stopQuiet();
    const before = await memory(server.pid, "VmRSS");
    const stopMemory = watchMemory(server.pid);
    let start = performance.now();
    const fileId = await server.upload(file);
    const uploaded = seconds(start);
    const stopBusy = WATCHED ? watchList(server.ask) : () => 0;
    const cpuBefore = await startedCpuSeconds();
    start = performance.now();
    const { createImport } = await server.ask(
      "mutation ($input: CreateImportInput!) { createImport(input: $input) { import { id } } }",
      { input: { fileId, recordType: relatedOf(name)?.recordType ?? "CUSTOMER" } },
    );
    const { id } = createImport.import;
    const { counts } = await until(server, id, ["READY"]);
    const checked = seconds(start);
    const cpuChecked = (await startedCpuSeconds()) - cpuBefore;
    start = performance.now();
    await server.ask(step("runImport"), { input: { id } });
    const { result } = await until(server, id, ["DONE"]);
    const applied = seconds(start);
    const cpu = (await startedCpuSeconds()) - cpuBefore;
    const busy = await stopBusy();
    const peaks = await stopMemory();
    if (result.failed + result.skipped > 0) throw new Error(JSON.stringify({ counts, result }));
    start = performance.now();
    const { undo } = (await server.ask(UNDO, { id })).import;
    const previewed = seconds(start);
    if (undo.deleted !== result.created || undo.restored !== result.updated)
      throw new Error(JSON.stringify({ undo, result }));
    start = performance.now();
    await server.ask(step("undoImport"), { input: { id } });
    await until(server, id, ["UNDONE"]);
    const undone = seconds(start);
    return {
      uploaded,
      checked,
      applied,
      total: checked + applied,
      cpuChecked,
      cpu,
      previewed,
      undone,
      quiet,
      busy,
      before,
      peaks,
      result,
    };
  } finally {
    await server.stop();
    await run("postgres", `DROP DATABASE ${database} WITH (FORCE)`);
  }
}

function* counted(count, line) {
  for (let at = 0; at < count; at += 1) yield line(at);
}

async function makeSeed() {
  await run("postgres", "CREATE DATABASE seed");
  const server = await serve("seed");
  await server.stop();
  await withClient("seed", async (client) => {
    await copyInto(
      client,
      "customers",
      COLUMNS,
      counted(KNOWN, (at) => copyLine(cellsAt(at))),
    );
    const customers = await customerIds(client);
    for (const related of new Set(CASES.map(relatedOf).filter(Boolean)))
      await copyInto(
        client,
        related.table,
        columnsOf(related),
        counted(KNOWN, (at) => knownLine(related, at, customers)),
      );
    await client.query("VACUUM (ANALYZE, FREEZE)");
    await client.query("CHECKPOINT");
  });
}

async function writeFile(name) {
  const [format, kind] = name.split("-");
  const related = relatedOf(name);
  const file = path.join(folder, `${name}.${related ? "csv" : format}`);
  if (related) await writeCsv(file, relatedRowsOf(related, kind, ROWS, KNOWN), related.headers);
  else if (format === "csv") await writeCsv(file, rowsOf(kind, ROWS, KNOWN));
  else
    await writeXlsx(
      file,
      rowsOf(kind, ROWS, KNOWN),
      fromApi.resolve("hucre").replace(/[^/]*$/, "xlsx.mjs"),
    );
  return file;
}

const figure = (value, digits = 1) => value.toFixed(digits).padStart(8);

try {
  await makeSeed();
  const files = {};
  for (const name of new Set([...CASES, ...CASES.map((one) => one.replace("half", "new"))])) {
    files[name] = await writeFile(name);
    console.log(
      `${path.basename(files[name])}: ${((await stat(files[name])).size / 1024 ** 2).toFixed(1)} MB`,
    );
  }
  const seen = Object.fromEntries(CASES.map((name) => [name, []]));
  for (let round = 1; round <= ROUNDS; round += 1) {
    console.log(
      `\nround ${round}: ${ROWS} rows into ${KNOWN} customers; load of the machine before: ${os.loadavg()[0].toFixed(1)}`,
    );
    console.log(
      "case             check s  apply s  rows/s   floor s  floor r/s    ratio   CPU s check  apply    floor    ratio   list p95 quiet/busy ms   API MB before/peak  worker  reader   preview s   undo s   rows/s",
    );
    for (const name of CASES) {
      const { clock: floorSeconds, cpu: floorCpu } = await importFloor(
        stage,
        relatedOf(name),
        KNOWN,
        files[name.replace("half", "new")],
      );
      const m = await measure(name, files[name]);
      seen[name].push({ ...m, ratio: m.total / floorSeconds, cpuRatio: m.cpu / floorCpu });
      console.log(
        `${name.padEnd(13)}${figure(m.checked)} ${figure(m.applied)} ${figure(ROWS / m.total, 0)} ${figure(floorSeconds)}   ${figure(ROWS / floorSeconds, 0)} ${figure(m.total / floorSeconds, 2)}` +
          `      ${figure(m.cpuChecked)}${figure(m.cpu - m.cpuChecked)} ${figure(floorCpu)} ${figure(m.cpu / floorCpu, 2)}` +
          `   ${figure(m.quiet)} ${figure(m.busy)} (${(m.busy / m.quiet).toFixed(2)})   ${figure(m.before, 0)} ${figure(m.peaks.api, 0)} (+${(m.peaks.api - m.before).toFixed(0)}) ${figure(m.peaks.worker, 0)} ${figure(m.peaks.reader, 0)}    ${figure(m.previewed)} ${figure(m.undone)} ${figure(ROWS / m.undone, 0)}   ${JSON.stringify(m.result)}`,
      );
    }
  }
  console.log("\nmedians");
  for (const [name, all] of Object.entries(seen)) {
    console.log(
      `${name.padEnd(13)} ratio ${median(all.map(({ ratio }) => ratio)).toFixed(2)} (CPU ${median(all.map(({ cpuRatio }) => cpuRatio)).toFixed(2)}), list p95 busy/quiet ${median(all.map(({ busy, quiet }) => busy / quiet)).toFixed(2)}, ` +
        `API memory +${median(all.map(({ peaks, before }) => peaks.api - before)).toFixed(0)} MB, undo ${median(all.map(({ undone }) => undone)).toFixed(1)} s`,
    );
  }
} finally {
  await stage.close();
}
