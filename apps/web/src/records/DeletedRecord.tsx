import type { TypedDocumentNode } from "@apollo/client";
import { useApolloClient } from "@apollo/client/react";
import type { Permission } from "@clientela/shared/records/roles";
import { Button } from "@mantine/core";
import { useT } from "../i18n/useT.js";
import { useMay } from "../session/viewer.js";
import { useAttempt } from "../ui/toasts/useAttempt.js";

/** What a deleted record is restored by: the operations of its kind. */
export interface Restorable {
  write: Permission;
  restore: TypedDocumentNode<unknown, { input: { id: string } }>;
}

/** Says that a record was deleted, and takes it out of the trash for whoever may write records of its kind. */
export function DeletedRecord({ id, operations }: { id: string; operations: Restorable }) {
  const t = useT();
  const client = useApolloClient();
  const attempt = useAttempt();
  const mayRestore = useMay(operations.write);

  async function restore() {
    await client.mutate({ mutation: operations.restore, variables: { input: { id } } });
    // The lists and metrics that it is in again are not known here: what is on screen is read again.
    await client.refetchQueries({ include: "active" });
  }

  return (
    <>
      <p>{t("ui.gone")}</p>
      {mayRestore && <Button onClick={() => attempt(restore)}>{t("profile.restore")}</Button>}
    </>
  );
}
