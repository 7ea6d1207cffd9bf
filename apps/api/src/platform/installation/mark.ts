import { z } from "zod";
import type { Storage } from "../files/storage.js";
import { SetupError } from "../setupError.js";

const MARK_KEY = "installation.json";
const FORMAT = 1;

const formatSchema = z.object({ format: z.number().int() });

/** The storage's mark: which installation it belongs to, and who used it last. */
const markSchema = z.object({
  format: z.literal(FORMAT),
  /** The id of the installation, which its database has too. */
  installation: z.uuid(),
  /** Increases with every start of a process that uses the storage. */
  generation: z.number().int(),
  /** The id of that start, which the database of that process has too. */
  token: z.uuid(),
  /** Distinguishes the database from copies of it; null where that is not permitted. */
  database: z.string().nullable(),
  host: z.string(),
  usedAt: z.iso.datetime(),
  /** Who found another database at the storage, and when. */
  contested: z.object({ host: z.string(), at: z.iso.datetime() }).optional(),
});

/** See `markSchema`. */
export type Mark = z.output<typeof markSchema>;

/**
 * The mark of a storage; null where it has none.
 * @throws SetupError where it is of a newer format, or cannot be read
 */
export async function readMark(storage: Storage): Promise<Mark | null> {
  const text = await storage.text(MARK_KEY);
  if (text === null) return null;
  const content = parsed(text);
  const format = formatSchema.safeParse(content);
  if (format.success && format.data.format > FORMAT) {
    throw new SetupError(
      `The files at ${storage.place} are newer than this Clientela: a later version changed how they are kept. Start that version or a later one.`,
    );
  }
  const mark = markSchema.safeParse(content);
  if (mark.success) return mark.data;
  throw new SetupError(
    `${MARK_KEY} at ${storage.place}, which says whose files those are, is damaged. Put it back from a backup of the files; without it nothing is known of them.`,
  );
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

/** Writes the mark of a storage. */
export async function writeMark(storage: Storage, mark: Omit<Mark, "format">): Promise<void> {
  await storage.put(MARK_KEY, `${JSON.stringify({ format: FORMAT, ...mark }, null, 2)}\n`);
}
