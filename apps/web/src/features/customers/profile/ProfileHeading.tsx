import { useFragment } from "@apollo/client/react";
import type { ReactNode } from "react";
import { graphql } from "../../../gql/gql.js";
import { useT } from "../../../i18n/useT.js";
import { CopyButton } from "../../../ui/feedback/CopyButton.js";
import { type Crumb, PageHeader } from "../../../ui/page/PageHeader.js";
import { Avatar } from "../../../ui/values/Avatar.js";
import { TagList } from "../../../ui/values/TagList.js";
import { StatusBadge } from "../StatusBadge.js";
import classes from "./ProfileHeading.module.css";

/** What the heading shows; a row of the list has most of it, so that it paints before any response. */
export const headingFragment = graphql(`
  fragment ProfileHeading_customer on Customer {
    id
    number
    displayName
    legalName
    status
    tags
    taxId {
      kind
      formatted
    }
    owner {
      id
      name
    }
  }
`);

interface ProfileHeadingProps {
  id: string;
  crumbs: readonly Crumb[];
  actions: ReactNode;
}

/** Who the customer is: initials, name, status, number, tax ID, owner, tags. */
export function ProfileHeading({ id, crumbs, actions }: ProfileHeadingProps) {
  const t = useT();
  const { data } = useFragment({
    fragment: headingFragment,
    from: { __typename: "Customer", id },
  });
  const name = data.displayName ?? data.legalName;
  const tags = data.tags?.filter((tag) => tag !== undefined) ?? [];
  return (
    <div className={classes.heading}>
      {name ? <Avatar name={name} size={48} /> : <span className={classes.noAvatar} />}
      <div className={classes.lines}>
        <PageHeader
          title={name ?? t("profile.customer")}
          crumbs={crumbs}
          actions={actions}
          aside={data.status && <StatusBadge status={data.status} />}
        />
        {data.number && (
          <div className={classes.meta}>
            <span>{data.number}</span>
            {data.taxId?.formatted && (
              <span className={classes.copied}>
                {data.taxId.kind !== "OTHER" && `${data.taxId.kind ?? ""} `}
                {data.taxId.formatted}
                <CopyButton value={data.taxId.formatted} label={t("profile.copyTaxId")} size={22} />
              </span>
            )}
            {data.legalName && data.legalName !== name && <span>{data.legalName}</span>}
            {data.owner?.name && <span>{t("profile.ownedBy", { name: data.owner.name })}</span>}
            {tags.length > 0 && (
              <span className={classes.tags}>
                <TagList tags={tags} />
              </span>
            )}
          </div>
        )}
      </div>
    </div>
  );
}
