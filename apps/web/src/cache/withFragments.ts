import type { TypedDocumentNode } from "@apollo/client";
import {
  type DefinitionNode,
  type DocumentNode,
  Kind,
  type SelectionNode,
  type SelectionSetNode,
} from "graphql";

/**
 * A query that also selects these fragments, at the field that `path` leads to: how the kinds of record of the register
 * have their part in the queries of pages that name none of them. Throws where the query has no such field.
 */
export function withFragments<Data, Variables>(
  query: TypedDocumentNode<Data, Variables>,
  path: readonly string[],
  fragments: readonly DocumentNode[],
): TypedDocumentNode<Data, Variables> {
  const spreads = fragments.map((fragment): SelectionNode => {
    const name = fragmentName(fragment);
    return { kind: Kind.FRAGMENT_SPREAD, name: { kind: Kind.NAME, value: name } };
  });
  const [operation, ...others] = query.definitions;
  if (operation?.kind !== Kind.OPERATION_DEFINITION) throw new Error("no query");
  const selectionSet = selecting(operation.selectionSet, path, spreads);
  // Fragments may share the fragments that they spread themselves.
  const byName = new Map<string, DefinitionNode>();
  for (const one of [...others, ...fragments.flatMap(({ definitions }) => definitions)])
    if (one.kind === Kind.FRAGMENT_DEFINITION) byName.set(one.name.value, one);
  return { ...query, definitions: [{ ...operation, selectionSet }, ...byName.values()] };
}

/** The name of a document's fragment, which comes before those that it spreads. */
export function fragmentName({ definitions: [fragment] }: DocumentNode): string {
  if (fragment?.kind !== Kind.FRAGMENT_DEFINITION) throw new Error("no fragment");
  return fragment.name.value;
}

function selecting(
  set: SelectionSetNode,
  [field, ...rest]: readonly string[],
  spreads: readonly SelectionNode[],
): SelectionSetNode {
  if (field === undefined) return { ...set, selections: [...set.selections, ...spreads] };
  let found = false;
  const selections = set.selections.map((selection) => {
    if (selection.kind !== Kind.FIELD || selection.name.value !== field || !selection.selectionSet)
      return selection;
    found = true;
    return { ...selection, selectionSet: selecting(selection.selectionSet, rest, spreads) };
  });
  if (!found) throw new Error(`the query selects no ${field}`);
  return { ...set, selections };
}
