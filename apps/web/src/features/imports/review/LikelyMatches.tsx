import { useQuery } from "@apollo/client/react";
import { countryFromText } from "@clientela/shared/values/countryFromText";
import { Button } from "@mantine/core";
import { use } from "react";
import { Link } from "react-router";
import { graphql } from "../../../gql/gql.js";
import type { LikelyMatchesQuery } from "../../../gql/graphql.js";
import { useT } from "../../../i18n/useT.js";
import { paths } from "../../../paths.js";
import { FixingContext } from "./fixing.js";
import classes from "./LikelyMatches.module.css";
import type { ImportRow, ShownColumn } from "./rows/importRows.js";
import { textOfCell } from "./rows/RowCell.js";

const query = graphql(`
  query LikelyMatches($input: LikelyDuplicatesInput!) {
    likelyDuplicates(input: $input) {
      score
      reasons
      customer {
        id
        number
        displayName
        email
        taxId {
          formatted
        }
      }
    }
  }
`);

// Below this it is little more than a mail domain that both have.
const likely = 0.6;

type Found = LikelyMatchesQuery["likelyDuplicates"][number];

interface LikelyMatchesProps {
  row: ImportRow;
  columns: readonly ShownColumn[];
}

/** Customers that a row may already be, with the reason, and the choice to update one of them instead. */
export function LikelyMatches({ row, columns }: LikelyMatchesProps) {
  const t = useT();
  const fixing = use(FixingContext);
  const { data } = useQuery(query, {
    variables: { input: duplicatesInput(row, columns) },
    fetchPolicy: "no-cache",
  });
  const found = data?.likelyDuplicates.filter(({ score }) => score >= likely) ?? [];
  if (found.length === 0) return null;
  return (
    <section className={classes.likely} aria-label={t("import.likely", { count: found.length })}>
      <h3 className={classes.title}>{t("import.likely", { count: found.length })}</h3>
      <ul className={classes.list}>
        {found.map((one) => {
          const naming = cellThatNames(one, row, columns);
          return (
            <li key={one.customer.id} className={classes.one}>
              <span>
                <Link to={paths.customer(one.customer.id)}>
                  {one.customer.displayName} · {one.customer.number}
                </Link>
                <span className={classes.why}>
                  {one.reasons.map((reason) => t(`duplicates.reason.${reason}`)).join(", ")}
                </span>
              </span>
              {fixing && naming && (
                <Button
                  size="compact-xs"
                  variant="default"
                  onClick={() => fixing.save({ line: row.line, allMatching: false, ...naming })}
                >
                  {t("import.updateInstead")}
                </Button>
              )}
            </li>
          );
        })}
      </ul>
    </section>
  );
}

function cellOf(field: string, row: ImportRow, columns: readonly ShownColumn[]) {
  const column = columns.find((one) => one.field === field && !one.fallback)?.index;
  return column === undefined ? undefined : { column, text: textOfCell({ row, column }).trim() };
}

function duplicatesInput(row: ImportRow, columns: readonly ShownColumn[]) {
  const text = (field: string) => cellOf(field, row, columns)?.text || undefined;
  const nameParts = ["firstName", "middleName", "lastName"].flatMap((part) => text(part) ?? []);
  return {
    legalName: text("legalName") ?? (nameParts.join(" ") || undefined),
    email: text("email"),
    phone: text("phone"),
    website: text("website"),
    country: countryFromText(text("country") ?? "") ?? undefined,
  };
}

// The row finds the customer once a cell contains its id; a cell with another value is not changed.
function cellThatNames({ customer }: Found, row: ImportRow, columns: readonly ShownColumn[]) {
  const names = [
    ["number", customer.number],
    ["taxId", customer.taxId?.formatted],
    ["email", customer.email],
  ] as const;
  for (const [field, text] of names) {
    const cell = cellOf(field, row, columns);
    if (cell && cell.text === "" && text) return { column: cell.column, text };
  }
  return undefined;
}
