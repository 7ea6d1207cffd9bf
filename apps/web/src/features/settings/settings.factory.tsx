import type { DocumentNode, TypedDocumentNode } from "@apollo/client";
import type { Role } from "@clientela/shared/records/roles";
import type { ReactNode } from "react";
import type { Viewer } from "../../session/viewer.js";
import { type Answer, refused } from "../../test/answering.js";
import { renderWithApi } from "../../test/renderWithApi.js";
import { Toasts } from "../../ui/toasts/Toasts.js";

/** The response of the API to an operation, and the requests it received. */
export interface Answering<Variables> {
  entry: readonly [name: string, answer: Answer];
  calls: Variables[];
}

/** Returns an operation of the app with data, or by `refuse`. */
export function answer<Data, Variables>(
  query: TypedDocumentNode<Data, Variables>,
  result: (variables: Variables) => unknown,
): Answering<Variables> {
  const calls: Variables[] = [];
  const reply: Answer = (variables) => {
    calls.push(variables as Variables);
    return result(variables as Variables);
  };
  return { calls, entry: [nameOf(query), reply] };
}

function nameOf({ definitions }: DocumentNode): string {
  for (const definition of definitions) {
    if (definition.kind === "OperationDefinition") return definition.name?.value ?? "";
  }
  return "";
}

/** Refuses an input as the API does, with an issue at a path. */
export function refuse(path: string, message: string): never {
  const issues = [{ path, code: "x", message }];
  throw refused("Please check the input.", { code: "VALIDATION_FAILED", issues });
}

/** Renders a page of the settings for Ana, who has this role. */
export function renderSettings(
  page: ReactNode,
  answers: readonly Pick<Answering<never>, "entry">[],
  {
    role = "admin",
    path = "/settings",
    viewer,
  }: { role?: Role; path?: string; viewer?: Partial<Viewer> } = {},
) {
  return renderWithApi(
    <>
      {page}
      <Toasts />
    </>,
    { role, path, viewer, answers: answers.map(({ entry }) => entry) },
  );
}
