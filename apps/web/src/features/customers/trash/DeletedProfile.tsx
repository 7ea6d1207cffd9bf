import { useQuery } from "@apollo/client/react";
import { Button } from "@mantine/core";
import { IconTrash, IconUserOff } from "@tabler/icons-react";
import { Link } from "react-router";
import { graphql } from "../../../gql/gql.js";
import { useFormat } from "../../../i18n/useFormat.js";
import { useT } from "../../../i18n/useT.js";
import { useMay } from "../../../session/viewer.js";
import { EmptyState } from "../../../ui/feedback/EmptyState.js";
import { useRestore } from "./useRestore.js";

const query = graphql(`
  query DeletedProfile($id: ID!) {
    deletedCustomer(id: $id) {
      id
      legalName
      deletedAt
    }
  }
`);

interface DeletedProfileProps {
  id: string;
  /** The list that the profile was opened from. */
  list: string;
  onRestored: () => void;
}

/** Shown in place of a profile that does not exist; offers to restore a deleted customer. */
export function DeletedProfile({ id, list, onRestored }: DeletedProfileProps) {
  const t = useT();
  const format = useFormat();
  const mayWrite = useMay("customers:write");
  const restore = useRestore();
  const { data, loading } = useQuery(query, { variables: { id }, skip: !mayWrite });
  if (loading) return null;
  const deleted = data?.deletedCustomer;
  if (!deleted) {
    return (
      <EmptyState
        icon={<IconUserOff size={20} />}
        action={<Link to={list}>{t("profile.backToList")}</Link>}
      >
        {t("profile.gone")}
      </EmptyState>
    );
  }
  return (
    <EmptyState
      icon={<IconTrash size={20} stroke={1.6} />}
      action={
        <Button
          onClick={async () => {
            if (await restore(deleted)) onRestored();
          }}
        >
          {t("profile.restoreDeleted")}
        </Button>
      }
    >
      {t("profile.inTrash", {
        name: deleted.legalName,
        when: deleted.deletedAt ? format.dateTime(deleted.deletedAt) : "",
      })}
    </EmptyState>
  );
}
