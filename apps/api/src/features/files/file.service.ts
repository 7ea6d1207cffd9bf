import { textRule } from "@clientela/shared/values/textRules";
import { z } from "zod";
import { type Context, personBehind } from "../../platform/context.js";
import { parseId, parseInput } from "../../platform/graph/parseInput.js";
import type { DeleteInput, RestoreInput } from "../../platform/records/trash.input.js";
import { restoreRecord, trashRecord } from "../../platform/records/trash.js";
import {
  insertRecord,
  lockVisible,
  type Subject,
  updateRecord,
} from "../../platform/records/write.js";
import { ofLiveCustomer } from "../customers/customer.loaders.js";
import { lockCustomer } from "../customers/lockCustomer.js";
import { File } from "./file.entity.js";
import type { RenameFileInput } from "./file.input.js";
import { fileNameRuling } from "./fileName.js";
import { roomFor } from "./quota/customerQuota.js";
import { refuseBeyond } from "./quota/room.js";
import { lockSheets } from "./quota/sheetQuota.js";

/** Names the records in the history and in events. */
export const subject: Subject<File, "File"> = {
  type: File,
  name: "File",
  parentIdOf: (file) => file.customerId,
  within: ofLiveCustomer,
};

/** The metadata of a file whose bytes are stored. */
export type NewFile = Pick<File, "customerId" | "name" | "mediaType" | "size" | "sha256">;

/** Creates the record of a file whose bytes are in the storage under `id`. Throws NotFound for its customer, CustomerFilesFull and SheetsFull. */
export async function addFile(context: Context, id: string, file: NewFile): Promise<File> {
  const { actor } = context;
  let { customerId } = file;
  if (customerId !== null) {
    // Files of one customer are created one after another, so that each counts those before it.
    customerId = (await lockCustomer(context, customerId)).id;
  } else {
    await lockSheets(context);
  }
  refuseBeyond(await roomFor(context, customerId, id), file.size);
  const uploadedById = personBehind(actor);
  return insertRecord(context, subject, { id, ...file, customerId, uploadedById });
}

const renameSchema = z.object({ name: textRule(fileNameRuling) });

/** Renames a file. Throws NotFound, Invalid for a blank name, and Conflict for a stale version. */
export async function renameFile(context: Context, input: RenameFileInput): Promise<File> {
  const { name } = parseInput(renameSchema, { name: input.name });
  const current = await lockVisible(context, subject, parseId(input.id));
  return updateRecord(context, subject, current, input.version, { name });
}

/** Moves a file to the trash; its bytes are kept until it leaves it. Throws NotFound and Conflict. */
export function deleteFile(context: Context, input: DeleteInput): Promise<File> {
  return trashRecord(context, subject, parseId(input.id), input.version);
}

/** Restores a file from the trash. Throws NotFound after 30 days. */
export function restoreFile(context: Context, input: RestoreInput): Promise<File> {
  return restoreRecord(context, subject, parseId(input.id));
}
