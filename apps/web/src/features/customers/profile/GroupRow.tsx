import { useQuery } from "@apollo/client/react";
import { Anchor, Button } from "@mantine/core";
import { Link } from "react-router";
import { graphql } from "../../../gql/gql.js";
import { useT } from "../../../i18n/useT.js";
import { paths } from "../../../paths.js";
import { FieldRow } from "../../../ui/inline/FieldRow.js";
import { InlineSelect } from "../../../ui/inline/InlineSelect.js";
import { useParentChoices } from "../useParentChoices.js";
import classes from "./CustomerDetails.module.css";
import { FieldPast } from "./FieldPast.js";
import type { CustomerEditing } from "./useCustomerEditing.js";

const groupQuery = graphql(`
  query CustomerGroup($id: ID!) {
    customer(id: $id) {
      id
      proposedParent {
        id
        displayName
      }
      subsidiaries(first: 5) {
        totalCount
        nodes {
          id
          displayName
        }
      }
      summary {
        group {
          customers
        }
      }
    }
  }
`);

/** What a customer belongs to, edited in its place, and what belongs to it. */
export function ParentRow({ editing }: { editing: CustomerEditing }) {
  const t = useT();
  const { customer, edit, readOnly } = editing;
  const { parent } = customer;
  const { data } = useQuery(groupQuery, {
    variables: { id: customer.id },
    fetchPolicy: "cache-and-network",
  });
  const group = data?.customer;
  const proposed = parent || readOnly ? null : group?.proposedParent;
  return (
    <>
      <FieldRow
        label={t("field.parentId")}
        past={<FieldPast customer={customer} field="parentId" />}
      >
        <ParentEdit editing={editing} />
        {parent && (
          <Anchor component={Link} to={paths.customer(parent.id)} className={classes.used}>
            {t("profile.openParent", { name: parent.displayName })}
          </Anchor>
        )}
        {proposed && (
          <span className={classes.used}>
            {t("profile.sameRoot", { name: proposed.displayName })}{" "}
            <Button
              variant="subtle"
              size="compact-xs"
              onClick={() => edit({ parentId: proposed.id })}
            >
              {t("profile.belongsTo")}
            </Button>
          </span>
        )}
      </FieldRow>
      {group && group.subsidiaries.totalCount > 0 && (
        <FieldRow label={t("profile.subsidiaries")}>
          {group.subsidiaries.nodes.map(({ id, displayName }) => (
            <Anchor key={id} component={Link} to={paths.customer(id)} className={classes.still}>
              {displayName}
            </Anchor>
          ))}
          <span className={classes.used}>
            {t("profile.groupSize", { count: group.summary.group.customers })}
          </span>
        </FieldRow>
      )}
    </>
  );
}

function ParentEdit({ editing: { customer, edit, readOnly } }: { editing: CustomerEditing }) {
  const t = useT();
  const { id, parent } = customer;
  const chosen = parent ? { value: parent.id, label: parent.displayName } : undefined;
  const { options, look } = useParentChoices(chosen, id);
  return (
    <InlineSelect
      label={t("field.parentId")}
      value={chosen?.value ?? ""}
      shown={chosen?.label ?? ""}
      options={options}
      clearable
      readOnly={readOnly}
      onOpen={() => look("")}
      onSearch={look}
      onSave={(next) => edit({ parentId: next || null })}
    />
  );
}
