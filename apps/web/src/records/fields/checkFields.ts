import { type IssueCode, issuesOf } from "@clientela/shared/values/issues";
import type { FormErrors } from "@mantine/form";
import type { RecordOperations, Stored } from "../defineOperations.js";
import { fieldNames, isComplete } from "./fieldNames.js";
import type { Draft, Drafts, FieldContext } from "./fields.js";

type Checked<Values extends object> = Pick<
  RecordOperations<Stored, Stored, Values, unknown, unknown>,
  "fields" | "rules" | "check"
>;

type DraftsOf<Values extends object> = Record<keyof Values & string, Draft>;

/** What a form's drafts come to: values that satisfy the rules, or a message by the path of each wrong field. */
export type CheckedDrafts<Values> = { values: Values } | { errors: FormErrors };

/** Reads what was typed, and checks it by the rules that the server checks too. */
export function checkDrafts<Values extends object>(
  { fields, rules, check }: Checked<Values>,
  drafts: Drafts,
  context: FieldContext,
): CheckedDrafts<Values> {
  const errors: FormErrors = {};
  const values: Partial<Values> = {};
  for (const name of fieldNames(fields)) {
    const field = fields[name];
    const draft: Draft = drafts[name] ?? null;
    const parsed = rules[name].safeParse(field.fromDraft(draft, context));
    if (parsed.success) {
      values[name] = parsed.data;
      continue;
    }
    for (const issue of issuesOf(parsed.error)) {
      const { path, message } = field.issue?.(draft, issue) ?? { path: issue.path };
      const own = issue.code === "required" ? field.missing : field.invalid;
      errors[[name, ...path].join(".")] ??= context.t(
        message ?? own ?? (`issue.${issue.code}` satisfies `issue.${IssueCode}`),
      );
    }
  }
  if (!isComplete<Values>(values, fieldNames(fields))) return { errors };
  for (const [name, code] of Object.entries<IssueCode | null | undefined>(check?.(values) ?? {})) {
    if (code) errors[name] = context.t(`issue.${code}`);
  }
  return Object.keys(errors).length > 0 ? { errors } : { values };
}

/** The drafts that a form begins with. */
export function draftsOf<Values extends object>(
  { fields }: Pick<Checked<Values>, "fields">,
  values: Partial<Values>,
  context: FieldContext,
): DraftsOf<Values> {
  const drafts: Partial<DraftsOf<Values>> = {};
  for (const name of fieldNames(fields)) {
    const value = values[name];
    const field = fields[name];
    drafts[name] = value === undefined ? field.empty() : field.toDraft(value, context, values);
  }
  if (!isComplete<DraftsOf<Values>>(drafts, fieldNames(fields))) throw new Error("a field is left");
  return drafts;
}

/** What to ask before values are saved that are allowed and rarely meant; null where there is nothing to ask. */
export function questionOf<Values extends object>(
  { fields }: Pick<Checked<Values>, "fields">,
  values: Values,
  context: FieldContext,
): string | null {
  for (const name of fieldNames(fields)) {
    const question = fields[name].question?.(values[name], context, values);
    if (question) return question;
  }
  return null;
}
