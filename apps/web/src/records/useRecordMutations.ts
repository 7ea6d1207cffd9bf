import { useApolloClient } from "@apollo/client/react";
import { forgetLists } from "../cache/forgetLists.js";
import { changesOf, saveVersioned, type Versioned } from "../ui/conflict/saveVersioned.js";
import { useTrash } from "../ui/toasts/useAttempt.js";
import type { RecordOperations, Stored } from "./defineOperations.js";
import { useFieldContext } from "./fields/useFieldContext.js";
import { loadRecord } from "./revert.js";

/** The writes of a customer's records of one kind. */
export interface RecordMutations<Full, Listed, Values> {
  /** Creates one; `preset` is what the drawer was opened with besides `new`. */
  create: (values: Values, preset?: string | null) => Promise<void>;
  /** Saves what differs from the record as it was read. */
  update: (record: Full, values: Partial<Values>) => Promise<void>;
  /** Changes some fields of a record of which a list knows only these: `before` are their values as they were read. */
  patch: (record: Listed, before: Partial<Values>, changes: Partial<Values>) => Promise<void>;
  /** Deletes one and offers to undo that. */
  remove: (record: Listed) => Promise<void>;
}

/**
 * The writes of a kind of record. Changes of different fields by two people both pass; where both changed the same
 * field, the person chooses. Afterwards the lists and metrics that the operations name are read again. `customerId` is
 * null for the task of a customer that the person does not see.
 */
export function useRecordMutations<
  Full extends Listed,
  Listed extends Stored,
  Values extends object,
  Create,
  Loaded,
>(
  operations: RecordOperations<Full, Listed, Values, Create, Loaded>,
  customerId: string | null,
): RecordMutations<Full, Listed, Values> {
  const { fields, lists, ownedLists = [], related } = operations;
  const client = useApolloClient();
  const context = useFieldContext();
  const trash = useTrash();

  function changed(
    record: Listed | undefined,
    values: Partial<Values>,
    more: readonly string[] = [],
  ) {
    forgetLists(client.cache, customerId, [...lists, ...more]);
    for (const { __typename, id, fieldName } of related?.(record, values) ?? []) {
      if (id) client.cache.evict({ id: client.cache.identify({ __typename, id }), fieldName });
    }
  }

  const save = (id: string, base: Versioned<Partial<Values>>, changes: Partial<Values>) =>
    saveVersioned<Values>({
      base,
      changes,
      send: (version, kept) =>
        client.mutate({
          mutation: operations.update,
          variables: { input: { id, version, ...kept } },
        }),
      reload: async () => {
        const now = await loadRecord({ client, t: context.t }, operations, id);
        return { version: now.version, values: operations.values(now) };
      },
      labelOf: (name) => context.t(fields[name].label),
      show: (values, name) => fields[name].text(values[name], context, values),
    });

  return {
    create: async (values, preset = null) => {
      if (customerId === null) throw new Error(context.t("ui.notDone"));
      const input = operations.createInput(values, customerId, preset);
      await client.mutate({ mutation: operations.create, variables: { input } });
      changed(undefined, values);
    },
    update: async (record, values) => {
      const before = operations.values(record);
      const changes = changesOf<Values>(before, { ...before, ...values });
      await save(record.id, { version: record.version, values: before }, changes);
      changed(record, values);
    },
    patch: async (record, before, changes) => {
      await save(record.id, { version: record.version, values: before }, changes);
      changed(record, changes);
    },
    remove: (record) => {
      const { id } = record;
      const send = async (mutation: typeof operations.remove) => {
        await client.mutate({ mutation, variables: { input: { id } } });
        changed(record, {}, ownedLists);
      };
      return trash({
        name: operations.name(record, context),
        remove: () => send(operations.remove),
        restore: () => send(operations.restore),
      });
    },
  };
}
