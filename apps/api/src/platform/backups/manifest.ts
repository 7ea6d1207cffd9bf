import { z } from "zod";
import { parsedJson } from "../parsedJson.js";
import { SetupError } from "../setupError.js";

const FORMAT = 1;

const count = z.int().min(0);
const digest = z.string().regex(/^[0-9a-f]{64}$/);
const formatSchema = z.object({ format: z.int() });

/** An object of a backup, as it is stored: compressed, and encrypted where the target is. */
const objectSchema = z.object({ key: z.string(), bytes: count, sha256: digest });
/** See `objectSchema`. */
export type StoredPart = z.output<typeof objectSchema>;

const rowsSchema = objectSchema.extend({
  rows: count,
  /** See `RowTotals`. */
  sum: count,
});

const tableSchema = rowsSchema.extend({
  name: z.string(),
  columns: z.array(z.string()).min(1),
});
/** A table of a backup. */
export type StoredTable = z.output<typeof tableSchema>;

/** What a backup holds. It is written last: a backup without it is incomplete. */
const manifestSchema = z.object({
  format: z.literal(FORMAT),
  /** The moment of its rows. */
  takenAt: z.iso.datetime(),
  /** The installation that it was made of. */
  installation: z.uuid(),
  /** The version of PostgreSQL that it was made with, such as 180004. */
  postgres: z.int(),
  /** The migrations of its schema, oldest first. */
  migrations: z.array(z.string()),
  tables: z.array(tableSchema),
  sequences: z.array(
    z.object({
      name: z.string(),
      last: z
        .string()
        .regex(/^-?\d+$/)
        .nullable(),
    }),
  ),
  /** The background jobs that were not done: their queue and their record. */
  jobs: rowsSchema,
  files: z.object({
    count,
    /** Of all of them together, as they are in the storage. */
    bytes: count,
    /** What this backup added to those of earlier ones. */
    added: count,
    addedBytes: count,
    /** Files that the storage did not have, although their records were there. */
    missing: z.array(z.string()),
    /** Which they are, one a line; see `filesSchema`. */
    list: objectSchema,
  }),
});
/** See `manifestSchema`. */
export type Manifest = z.output<typeof manifestSchema>;

/** A file of a backup: its key in the storage, and its bytes by their hash. */
const fileSchema = z.object({ key: z.string(), bytes: count, sha256: digest });
/** See `fileSchema`. */
export type StoredFile = z.output<typeof fileSchema>;

/** The text of a manifest. */
export const manifestText = (manifest: Omit<Manifest, "format">): string =>
  `${JSON.stringify({ format: FORMAT, ...manifest }, null, 1)}\n`;

/**
 * Reads a manifest.
 * @throws SetupError where it is of a newer format, or damaged
 */
export function readManifest(text: string, name: string): Manifest {
  const content = parsedJson(text);
  const format = formatSchema.safeParse(content);
  if (format.success && format.data.format > FORMAT) {
    throw new SetupError(
      `The backup ${name} was made by a newer Clientela. Use that version or a later one.`,
    );
  }
  const manifest = manifestSchema.safeParse(content);
  if (manifest.success) return manifest.data;
  const [issue] = manifest.error.issues;
  throw new SetupError(
    `The manifest of the backup ${name} is damaged (${issue?.path.join(".") || "all of it"}: ${issue?.message}). Use another backup.`,
  );
}

/** Reads one line of the list of files; throws a SetupError where it is damaged. */
export function readFileLine(line: string, name: string): StoredFile {
  const file = fileSchema.safeParse(parsedJson(line));
  if (file.success) return file.data;
  throw new SetupError(`The list of files of the backup ${name} is damaged. Use another backup.`);
}
