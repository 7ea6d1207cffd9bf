import { RECORD_TYPES } from "@clientela/shared/records/recordActions";
import { isInputObjectType, isObjectType } from "graphql";
import { getMetadataArgsStorage } from "typeorm";
import { fieldNamesInGraphQL } from "../src/features/activity/fieldPaths.js";
import { registry } from "../src/features.js";
import { columnsOf } from "../src/platform/database/columns.js";
import { createSchema } from "../src/schema.js";

const recorded: readonly string[] = RECORD_TYPES;
const kinds = registry.nodeKinds.filter(({ type }) => recorded.includes(type.name));

// What the history never stores, what it records by an action, and the parameters of an export, whose parts the schema has.
const APART: Readonly<Record<string, readonly string[]>> = {
  User: ["accessRoleId", "emailVerified"],
  Customer: ["statusBeforeArchive"],
  ApiKey: ["secretHash"],
  Webhook: ["sealedSecret", "formerSealedSecret", "formerSecretUntil", "position", "feedId"],
  Import: [
    "recordAccess",
    "choice",
    "inspection",
    "checkId",
    "stale",
    "touched",
    "appliedLine",
    "undoneLine",
    "done",
    "total",
    "phaseStartedAt",
  ],
  Export: ["recordAccess", "question", "needs"],
};

const schema = createSchema(registry);

function fieldsOf(name: string): string[] {
  const type = schema.getType(name);
  return isObjectType(type) || isInputObjectType(type) ? Object.keys(type.getFields()) : [];
}

test.each(kinds)("changes of $type.name are named as graph and inputs name them", ({ type }) => {
  const fields = [...fieldsOf(type.name), ...fieldsOf(`Update${type.name}Input`)];
  const pointers = getMetadataArgsStorage()
    .foreignKeys.filter(({ target }) => target === type)
    .map(({ propertyName }) => propertyName);
  const changes = columnsOf(type)
    .filter(({ property }) => property !== "deletedAt" && !pointers.includes(property))
    .map(({ property }) => ({ field: property }));
  const unnamed = fieldNamesInGraphQL(registry, type.name, changes)
    .map(({ field }) => field)
    .filter((field) => !fields.includes(field.split(".")[0] ?? ""));
  expect(unnamed).toEqual(APART[type.name] ?? []);
});
