import { useApolloClient, useQuery } from "@apollo/client/react";
import { Checkbox } from "@mantine/core";
import { useState } from "react";
import { graphql } from "../../../gql/gql.js";
import { useT } from "../../../i18n/useT.js";
import { ErrorNote } from "../../../ui/feedback/ErrorNote.js";
import { TextField } from "../../../ui/fields/TextField.js";
import { ConfirmDialog } from "../../../ui/overlays/ConfirmDialog.js";
import { showToast } from "../../../ui/toasts/toasts.js";
import classes from "./EraseDialog.module.css";

const query = graphql(`
  query EraseDialog($id: ID!) {
    customer(id: $id) {
      id
      version
      legalName
      files(first: 0) {
        totalCount
      }
    }
  }
`);

const erase = graphql(`
  mutation EraseCustomerPersonalData($input: EraseCustomerPersonalDataInput!) {
    eraseCustomerPersonalData(input: $input) {
      customer {
        id
      }
    }
  }
`);

interface EraseDialogProps {
  customerId: string;
  onClose: () => void;
}

/** Lists what is erased of a person and what is kept, and requires the name before it erases. */
export default function EraseDialog({ customerId, onClose }: EraseDialogProps) {
  const t = useT();
  const client = useApolloClient();
  const { data, error, refetch } = useQuery(query, {
    variables: { id: customerId },
    fetchPolicy: "no-cache",
  });
  const [typed, setTyped] = useState("");
  const [includeFiles, setWithFiles] = useState(true);
  const customer = data?.customer;
  const files = customer?.files.totalCount ?? 0;

  async function run() {
    if (!customer) return;
    const input = { id: customer.id, version: customer.version, includeFiles };
    await client.mutate({ mutation: erase, variables: { input } });
    showToast({ message: t("privacy.erased") });
    // Nothing of the person stays in the memory of the page either.
    await client.cache.reset();
    await client.refetchQueries({ include: "active" });
  }

  return (
    <ConfirmDialog
      title={t("privacy.title")}
      confirmLabel={t("privacy.erase")}
      destructive
      ready={customer !== undefined && customer !== null && typed.trim() === customer.legalName}
      onConfirm={run}
      onClose={onClose}
    >
      <p>{t("privacy.forGood")}</p>
      <h3 className={classes.heading}>{t("privacy.whatGoes")}</h3>
      <ul className={classes.list}>
        <li>{t("privacy.goes.customer")}</li>
        <li>{t("privacy.goes.people")}</li>
        <li>{t("privacy.goes.texts")}</li>
        <li>{t("privacy.goes.history")}</li>
        <li>{t("privacy.goes.imports")}</li>
      </ul>
      <h3 className={classes.heading}>{t("privacy.whatStays")}</h3>
      <ul className={classes.list}>
        <li>{t("privacy.stays.customer")}</li>
        <li>{t("privacy.stays.documents")}</li>
        <li>{t("privacy.stays.work")}</li>
      </ul>
      {files > 0 && (
        <Checkbox
          className={classes.files}
          label={t("privacy.files", { count: files })}
          checked={includeFiles}
          onChange={(event) => setWithFiles(event.currentTarget.checked)}
        />
      )}
      {error && (
        <ErrorNote error={error} onRetry={() => void refetch()}>
          {t("profile.failed")}
        </ErrorNote>
      )}
      {customer && (
        <TextField
          className={classes.name}
          label={t("privacy.typeName", { name: customer.legalName })}
          autoComplete="off"
          spellCheck={false}
          value={typed}
          onChange={(event) => setTyped(event.currentTarget.value)}
        />
      )}
    </ConfirmDialog>
  );
}
