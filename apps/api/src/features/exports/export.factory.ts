import type { Caller } from "../../../test/server.js";

/** An export as tests read it. */
export interface SeenExport {
  id: string;
  status: string;
  rows: number;
  sha256: string;
  url: string;
  fileName: string;
}

/** Starts an export and waits until it has ended. */
export async function exportedBy(
  caller: Caller,
  input: Record<string, unknown>,
  headers: Record<string, string> = {},
): Promise<SeenExport> {
  const begun = await caller.ask<{ createExport: { export: { id: string } } }>(
    "mutation ($input: CreateExportInput!) { createExport(input: $input) { export { id } } }",
    { input },
    headers,
  );
  if (begun.errors) throw new Error(JSON.stringify(begun.errors));
  for (let tries = 0; tries < 400; tries += 1) {
    const { data } = await caller.ask<{ export: SeenExport }>(
      "query ($id: ID!) { export(id: $id) { id status rows sha256 url fileName } }",
      { id: begun.data.createExport.export.id },
    );
    if (data.export.status !== "RUNNING") return data.export;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  throw new Error("the export did not end");
}

/** The bytes of an export's file. */
export async function exportedBytes(caller: Caller, { url }: SeenExport): Promise<Buffer> {
  return Buffer.from(await (await caller.fetch(url)).arrayBuffer());
}
