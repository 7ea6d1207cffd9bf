import { projectDatesIssue, projectFields } from "@clientela/shared/projects/projectFields";
import { z } from "zod";
import { Invalid } from "../../platform/errors.js";
import { parseInput } from "../../platform/graph/parseInput.js";
import type { Values } from "../../platform/records/write.js";
import type { Project } from "./project.entity.js";
import type { CreateProjectInput, UpdateProjectInput, UpsertProjectItem } from "./project.input.js";

const createSchema = z.object({ ...projectFields, status: projectFields.status.nullish() });
const updateSchema = createSchema.extend({
  name: projectFields.name.optional(),
  status: projectFields.status.optional(),
});

function datesInOrder(values: Values<Project>): Values<Project> {
  const issue = projectDatesIssue(values);
  if (issue) throw new Invalid([{ path: "dueOn", code: issue }]);
  return values;
}

/** Checks a new project. Throws Invalid with every path that is wrong. */
export function checkNewProject(input: CreateProjectInput | UpsertProjectItem): Values<Project> {
  const { status, ...rest } = parseInput(createSchema, input);
  return datesInOrder(status ? { ...rest, status } : rest);
}

/** Checks changes to a project. Throws Invalid with every path that is wrong. */
export function checkProjectChanges(
  input: UpdateProjectInput | UpsertProjectItem,
  current: Project,
): Values<Project> {
  const { startsOn, dueOn, ...rest } = parseInput(updateSchema, input);
  return datesInOrder({
    ...rest,
    startsOn: startsOn === undefined ? current.startsOn : startsOn,
    dueOn: dueOn === undefined ? current.dueOn : dueOn,
  });
}
