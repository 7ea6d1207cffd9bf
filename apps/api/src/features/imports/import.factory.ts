import type { Caller } from "../../../test/server.js";

/** An import as tests read it. */
export interface SeenImport {
  id: string;
  status: string;
  problem: string | null;
  problemCode: string | null;
  idSource: string | null;
  idSourceReason: string | null;
  counts: {
    total: number;
    new: number;
    update: number;
    unchanged: number;
    duplicate: number;
    undecided: number;
    error: number;
    skipped: number;
    lines: number;
  } | null;
  result: {
    created: number;
    updated: number;
    unchanged: number;
    skipped: number;
    failed: number;
    lines: number;
  } | null;
  columns: { index: number; header: string; field: string | null; confidence: string | null }[];
  progress: { done: number; total: number };
}

const SEEN = `id status problem problemCode idSource idSourceReason progress { done total } counts { total new update unchanged duplicate undecided error skipped lines }
  result { created updated unchanged skipped failed lines } columns { index header field confidence }`;

/** Uploads a file over HTTP, as a program does. */
export async function upload(
  caller: Caller,
  name: string,
  contents: string | Uint8Array,
): Promise<string> {
  const form = new FormData();
  form.append(
    "file",
    new Blob([typeof contents === "string" ? contents : new Uint8Array(contents)]),
    name,
  );
  const response = await caller.fetch("/files", { method: "POST", body: form });
  const body = (await response.json()) as { id: string };
  if (!response.ok) throw new Error(`upload: ${JSON.stringify(body)}`);
  return body.id;
}

/** Calls a mutation of an import. */
export async function changed(
  caller: Caller,
  mutation: string,
  input: Record<string, unknown>,
): Promise<void> {
  const type = { decideImportRows: "DecideImportRowsInput", skipImportRows: "ImportRowsInput" }[
    mutation
  ];
  const { errors } = await caller.ask(
    `mutation ($input: ${type ?? "UpdateImportInput"}!) { ${mutation}(input: $input) { import { id } } }`,
    { input },
  );
  if (errors) throw new Error(JSON.stringify(errors));
}

/** Polls an import until it is in one of the states. */
export async function importUntil(
  caller: Caller,
  id: string,
  statuses: readonly string[],
  patienceMs = 25_000,
): Promise<SeenImport> {
  const deadline = Date.now() + patienceMs;
  for (;;) {
    const { data, errors } = await caller.ask<{ import: SeenImport }>(
      `query ($id: ID!) { import(id: $id) { ${SEEN} } }`,
      { id },
    );
    if (errors) throw new Error(JSON.stringify(errors));
    if (statuses.includes(data.import.status)) return data.import;
    if (Date.now() > deadline) throw new Error(`the import is still ${data.import.status}`);
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

/** Uploads a file and waits for its plan; the ids of customers come from a system of their own unless another is named. */
export async function planned(
  caller: Caller,
  name: string,
  contents: string | Uint8Array,
  recordType = "CUSTOMER",
  idSource: string | null = recordType === "CUSTOMER" ? "import" : null,
): Promise<SeenImport> {
  const fileId = await upload(caller, name, contents);
  const { data, errors } = await caller.ask<{ createImport: { import: { id: string } } }>(
    "mutation ($input: CreateImportInput!) { createImport(input: $input) { import { id } } }",
    { input: { fileId, recordType, idSource } },
  );
  if (errors) throw new Error(JSON.stringify(errors));
  return importUntil(caller, data.createImport.import.id, ["READY", "MATCHING", "FAILED"]);
}

/** Applies a plan and waits until it is done. */
export async function ran(
  caller: Caller,
  id: string,
  skipUndecided?: boolean,
): Promise<SeenImport> {
  const { errors } = await caller.ask(
    "mutation ($input: ImportIdInput!) { runImport(input: $input) { import { id } } }",
    { input: { id, skipUndecided } },
  );
  if (errors) throw new Error(JSON.stringify(errors));
  return importUntil(caller, id, ["DONE", "FAILED", "CANCELLED"]);
}
