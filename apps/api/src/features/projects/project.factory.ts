import type { Caller } from "../../../test/server.js";

/** A project as tests see it. */
export interface MadeProject {
  id: string;
  version: number;
}

/** Creates one through the API. */
export async function makeProject(
  caller: Caller,
  customerId: string,
  input: Record<string, unknown> = {},
): Promise<MadeProject> {
  const { data, errors } = await caller.ask<{ createProject: { project: MadeProject } }>(
    `mutation ($input: CreateProjectInput!) { createProject(input: $input) { project { id version } } }`,
    { input: { customerId, name: "Loja nova", ...input } },
  );
  if (errors) throw new Error(`createProject: ${JSON.stringify(errors)}`);
  return data.createProject.project;
}
