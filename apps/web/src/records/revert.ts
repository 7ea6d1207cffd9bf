import type { ApolloClient } from "@apollo/client";
import type { Translate } from "../i18n/useT.js";
import type { RecordOperations, Stored } from "./defineOperations.js";
import type { Revert } from "./defineRecord.js";
import { fieldNames } from "./fields/fieldNames.js";

/** Reads a record as it is now, whatever the cache says. */
export async function loadRecord<
  Full extends Listed,
  Listed extends Stored,
  Values extends object,
  Create,
  Loaded,
>(
  { client, t }: { client: ApolloClient; t: Translate },
  operations: RecordOperations<Full, Listed, Values, Create, Loaded>,
  id: string,
): Promise<Full> {
  const { data } = await client.query({
    query: operations.load,
    variables: { id },
    fetchPolicy: "network-only",
  });
  const record = data === undefined ? undefined : operations.loaded(data);
  if (!record) throw new Error(t("ui.gone"));
  return record;
}

/** Puts old values of a kind of record back, as far as the rules of its fields still allow them. */
export function revertBy<
  Full extends Listed,
  Listed extends Stored,
  Values extends object,
  Create,
  Loaded,
>(operations: RecordOperations<Full, Listed, Values, Create, Loaded>): Revert {
  const { rules, update } = operations;
  return async (context, { id, field, old }) => {
    const name = fieldNames(operations.fields).find((one) => one === field);
    const parsed = name && rules[name].safeParse(old);
    if (!name || !parsed?.success) throw new Error(context.t("ui.notDone"));
    const { version } = await loadRecord(context, operations, id);
    const change: Partial<Values> = {};
    change[name] = parsed.data;
    await context.client.mutate({
      mutation: update,
      variables: { input: { id, version, ...change } },
    });
  };
}
