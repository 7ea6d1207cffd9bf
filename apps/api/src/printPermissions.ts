import { NEED_ALL_CUSTOMERS } from "@clientela/shared/records/recordAccess";
import {
  KEY_SCOPES,
  PERMISSIONS,
  ROLE_PERMISSIONS,
  ROLES,
  type Role,
} from "@clientela/shared/records/roles";
import type { GraphQLSchema } from "graphql";
import { registry } from "./features.js";
import { type ProtectedField, protectedFields, type Rule } from "./platform/security/authorize.js";
import { queryableParts } from "./platform/security/queryableParts.js";
import { createSchema } from "./schema.js";

const OF_PERSONS = PERMISSIONS.filter((permission) => !KEY_SCOPES.includes(permission))
  .map((permission) => `\`${permission}\``)
  .join(" and ");

const HEADINGS: Record<ProtectedField["kind"], string> = {
  query: "Queries",
  mutation: "Mutations",
  subscription: "Subscriptions",
  field: "Edges and guarded fields",
};

const row = (cells: readonly string[]) => `| ${cells.join(" | ")} |`;

function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  return [row(head), row(head.map(() => "---")), ...rows.map(row)].join("\n");
}

function meets(role: Role, rules: readonly Rule[]): boolean {
  return rules.some((rule) => rule === "signed-in" || ROLE_PERMISSIONS[role].has(rule));
}

function rolesOf(rules: readonly Rule[]): string {
  const allowed = ROLES.filter((role) => meets(role, rules));
  return allowed.length === ROLES.length ? "all" : allowed.join(", ");
}

function section(kind: ProtectedField["kind"], all: readonly ProtectedField[]): string {
  const rows = all
    .filter((door) => door.kind === kind)
    .map(({ type, field, rules = [], personOnly }) => [
      `\`${kind === "field" ? `${type}.${field}` : field}\``,
      `${rules.map((rule) => `\`${rule}\``).join(" or ")}${personOnly ? ", a person" : ""}`,
      rolesOf(rules),
    ])
    .sort(([one = ""], [other = ""]) => one.localeCompare(other, "en"));
  return `## ${HEADINGS[kind]}\n\n${table(["", "needs", "roles"], rows)}`;
}

function querySection(schema: GraphQLSchema): string {
  // Which end comes first tells nothing.
  const rows = queryableParts(schema)
    .filter(({ rules = [] }) => !rules.includes("signed-in"))
    .map(({ name, rules = [] }) => [
      `\`${name}\``,
      rules.map((rule) => `\`${rule}\``).join(" or "),
      rolesOf(rules),
    ]);
  const note =
    "What may not be read may not be asked about: these need their permission besides that of the list.";
  return `## Filters, orders and searches\n\n${note}\n\n${table(["", "needs", "roles"], rows)}`;
}

const NEEDING_ALL = NEED_ALL_CUSTOMERS.map((permission) => `\`${permission}\``).join(", ");

/** `docs/permissions.md`: what each role may, and what each operation, filter and order of the schema needs. */
export function printedPermissions(): string {
  const schema = createSchema(registry);
  const all = protectedFields(registry);
  const matrix = table(
    ["permission", ...ROLES],
    PERMISSIONS.map((permission) => [
      `\`${permission}\``,
      ...ROLES.map((role) => (ROLE_PERMISSIONS[role].has(permission) ? "yes" : "")),
    ]),
  );
  const parts = [
    "# Who may do what",
    "Printed from the declarations that the server decides by: `pnpm -C apps/api run print-schema` writes this page, and a test fails while it is not up to date.",
    `A caller without the permission gets the error \`FORBIDDEN\`, in nested fields too. An API key may do what its scopes and its maker's role both allow. \`signed-in\` means every person and every key; what also needs \`a person\` is for no key, whatever its scopes, because it gives access or takes it: the scopes ${OF_PERSONS} cannot be given to keys. The plain fields of a type need what leads to it.`,
    `## Roles\n\n${matrix}`,
    `## Which customers\n\nA role that was copied from a preset can limit its people to some customers (\`AccessRole.recordAccess\`): \`TEAM\`, those whose owner is in one of their teams, or \`OWN\`, those that they own; and with each customer to what belongs to it. All other customers answer as if they did not exist, in lists, counts, sums, searches, exports, imports, the history and its feed, and subscriptions. A task that is assigned to somebody is seen by them, with nothing of its customer but \`customerName\`. A tax ID or an id in another system that a hidden customer has is refused without saying by whom. API keys see what their makers see; imports and exports are seen by who began them. Such a role cannot have ${NEEDING_ALL}, which concern all customers.`,
    ...(["query", "mutation", "subscription", "field"] as const).map((kind) => section(kind, all)),
    querySection(schema),
  ];
  return `${parts.join("\n\n")}\n`;
}
