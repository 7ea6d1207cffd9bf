import type { Caller } from "../../../test/server.js";
import { makeProject } from "../projects/project.factory.js";
import { makeTimeEntry } from "../time/timeEntry.factory.js";

/** A task as tests see it. */
export interface MadeTask {
  id: string;
  version: number;
}

/** Creates one through the API. */
export async function makeTask(
  caller: Caller,
  customerId: string,
  input: Record<string, unknown> = {},
): Promise<MadeTask> {
  const { data, errors } = await caller.ask<{ createTask: { task: MadeTask } }>(
    `mutation ($input: CreateTaskInput!) { createTask(input: $input) { task { id version } } }`,
    { input: { customerId, title: "Enviar proposta", ...input } },
  );
  if (errors) throw new Error(`createTask: ${JSON.stringify(errors)}`);
  return data.createTask.task;
}

/** One of a customer, for the tests that try every kind of record: in a project with time on it. */
export async function makeOwned(caller: Caller, customerId: string): Promise<MadeTask> {
  const project = await makeProject(caller, customerId);
  await makeTimeEntry(caller, project.id);
  return makeTask(caller, customerId, { projectId: project.id, assigneeId: caller.userId });
}
