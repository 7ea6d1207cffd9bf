import type { Caller } from "../../../test/server.js";

/** The response of `POST /files`. */
export interface UploadedFile {
  id: string;
  name: string;
  mediaType: string;
  size: number;
  sha256: string;
}

/** A multipart body with one file. */
export function formOf(bytes: Uint8Array | string, name: string, customerId?: string): FormData {
  const form = new FormData();
  if (customerId) form.append("customerId", customerId);
  form.append("file", new Blob([Buffer.from(bytes)]), name);
  return form;
}

/** Uploads a file through the API: for a customer, or for an import. */
export async function makeFile(
  caller: Caller,
  bytes: Uint8Array | string,
  name = "notes.txt",
  customerId?: string,
): Promise<UploadedFile> {
  const response = await caller.fetch("/files", {
    method: "POST",
    body: formOf(bytes, name, customerId),
  });
  if (response.status !== 201) {
    throw new Error(`POST /files answered ${response.status}: ${await response.text()}`);
  }
  return (await response.json()) as UploadedFile;
}

/** One of a customer, for the tests that try every kind of record. */
export const makeOwned = (caller: Caller, customerId: string): Promise<UploadedFile> =>
  makeFile(caller, "bytes", "notes.txt", customerId);
