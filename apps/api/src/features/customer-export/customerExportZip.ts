import { Readable } from "node:stream";
import { type Options, ZipFile } from "yazl";
import type { Context } from "../../platform/context.js";
import { tableOf } from "../../platform/database/columns.js";
import type { Customer } from "../customers/customer.entity.js";
import { File } from "../files/file.entity.js";
import { keyOfFile } from "../files/fileBytes.js";
import { belongingRows, fileRows, historyRows, withExternalIds } from "./customerExportRows.js";

/** The manifest of an export. */
interface Manifest {
  format: "clientela.customer/1";
  customer: { id: string; number: string };
  takenAt: Date;
  takenBy: string;
  /** The number of records in each of its files. */
  records: Record<string, number>;
  /** The path of each file and its SHA-256. */
  files: { path: string; id: string; size: number; sha256: string }[];
}

// One array per file of the archive, one record per line, as it comes from the database.
async function* jsonLines(
  batches: AsyncIterable<object[]>,
  counted: (count: number) => void,
): AsyncGenerator<string> {
  let count = 0;
  yield "[";
  for await (const rows of batches) {
    const text = rows.map((row) => JSON.stringify(row)).join(",\n");
    yield count === 0 ? `\n${text}` : `,\n${text}`;
    count += rows.length;
    counted(count);
  }
  yield "\n]\n";
}

/**
 * All data of a customer that the caller may read, as the bytes of a zip: its records as JSON, its
 * history, its files, and a manifest with SHA-256 checksums. Everything is read when it is written, so
 * that memory does not grow with the size of the data.
 */
export async function customerExportZip(context: Context, customer: Customer): Promise<Readable> {
  const { actor, app, now } = context;
  const { ownedRecords } = app.registry;
  const zip = new ZipFile();
  const options: Partial<Options> = { mtime: now };
  const manifest: Manifest = {
    format: "clientela.customer/1",
    customer: { id: customer.id, number: customer.number },
    takenAt: now,
    takenBy: actor.name,
    records: {},
    files: [],
  };
  const addLazily = (path: string, open: () => Promise<Readable>, more: Partial<Options> = {}) =>
    zip.addReadStreamLazy(path, { ...options, ...more }, (done) => {
      // An archive whose entry fails is closed by destroying the output with the error.
      open().then(
        (stream) =>
          done(
            null,
            stream.on("error", (error) => zip.emit("error", error)),
          ),
        (error: unknown) => zip.emit("error", error),
      );
    });
  const addRows = (name: string, batches: () => AsyncIterable<object[]>) =>
    addLazily(`${name}.json`, async () => {
      manifest.records[name] = 0;
      return Readable.from(
        jsonLines(batches(), (count) => {
          manifest.records[name] = count;
        }),
      );
    });

  addRows("customer", async function* () {
    yield await withExternalIds(context, [customer]);
  });
  for (const belonging of ownedRecords) {
    if (!actor.permissions.has(belonging.permission)) continue;
    addRows(tableOf(belonging.type), () => belongingRows(context, belonging, customer.id));
  }
  if (actor.permissions.has("activity:read")) {
    addRows("history", () => historyRows(context, customer.id));
  }
  const files = ownedRecords.find(({ type }) => type === File);
  if (files && actor.permissions.has(files.permission)) {
    for await (const rows of fileRows(context, customer.id)) {
      for (const file of rows) {
        const path = `files/${file.id}/${file.name}`;
        manifest.files.push({ path, id: file.id, size: file.size, sha256: file.sha256 });
        // Most files are compressed already.
        addLazily(path, () => app.storage.read(keyOfFile(file.id)), { compress: false });
      }
    }
  }
  addLazily("manifest.json", async () => Readable.from([`${JSON.stringify(manifest, null, 2)}\n`]));
  zip.end();
  const out = new Readable().wrap(zip.outputStream);
  zip.on("error", (error: Error) => out.destroy(error));
  return out;
}
