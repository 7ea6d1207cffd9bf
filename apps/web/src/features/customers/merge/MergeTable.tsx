import { type RecordTypeValue, recordTypeOf } from "@clientela/shared/records/recordActions";
import { Radio } from "@mantine/core";
import { type CSSProperties, useId } from "react";
import type { CustomerMergeField } from "../../../gql/graphql.js";
import { useT } from "../../../i18n/useT.js";
import { ownedRecordTypes } from "../../../records/customerRecordType.js";
import classes from "./MergeDialog.module.css";
import { fieldLabels, fieldValue, type Mergeable, sourceOf } from "./mergeFields.js";

interface MergeTableProps {
  customers: readonly Mergeable[];
  differing: readonly CustomerMergeField[];
  recordCounts: readonly { customerId: string; recordType: RecordTypeValue; count: number }[];
  survivor: Mergeable;
  choices: Partial<Record<CustomerMergeField, string>>;
  onSurvivor: (id: string) => void;
  onChoose: (field: CustomerMergeField, id: string) => void;
}

/** The customers as columns: which one stays, a value of each differing field, and what moves. */
export function MergeTable(props: MergeTableProps) {
  const { customers, differing, recordCounts, survivor, choices, onSurvivor, onChoose } = props;
  const t = useT();
  const name = useId();

  function shownValue(customer: Mergeable, field: CustomerMergeField) {
    const value = fieldValue(customer, field);
    if (field === "STATUS") return t(`customers.status.${customer.status}`);
    if (field === "PAYMENT_TERM_DAYS" && value)
      return t("customers.days", { count: Number(value) });
    return value || "–";
  }

  function heldBy(id: string) {
    const own = recordCounts.filter(({ customerId, count }) => customerId === id && count > 0);
    return ownedRecordTypes.flatMap((kind) => {
      const count = own.find(({ recordType }) => recordTypeOf(recordType) === kind)?.count;
      return count ? [t(`merge.kind.${kind}`, { count })] : [];
    });
  }

  return (
    <div className={classes.scroller}>
      <table className={classes.table} style={{ "--customers": customers.length } as CSSProperties}>
        <thead>
          <tr>
            <th scope="row">{t("merge.survivor")}</th>
            {customers.map((customer) => (
              <th key={customer.id} scope="col" data-chosen={customer.id === survivor.id}>
                <Radio
                  name={`${name} survivor`}
                  checked={customer.id === survivor.id}
                  onChange={() => onSurvivor(customer.id)}
                  aria-label={t("merge.keep", { name: `${customer.legalName} ${customer.number}` })}
                  label={
                    <>
                      {customer.legalName}
                      <span className={classes.number}>{customer.number}</span>
                    </>
                  }
                />
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {differing.map((field) => {
            const from = choices[field] ?? sourceOf(field, survivor, customers);
            const label = t(fieldLabels[field]);
            return (
              <tr key={field}>
                <th scope="row">{label}</th>
                {customers.map((customer) => (
                  <td key={customer.id} data-chosen={customer.id === from}>
                    <Radio
                      name={`${name} ${field}`}
                      checked={customer.id === from}
                      onChange={() => onChoose(field, customer.id)}
                      aria-label={`${label}: ${shownValue(customer, field)} (${customer.number})`}
                      label={shownValue(customer, field)}
                    />
                  </td>
                ))}
              </tr>
            );
          })}
          <tr>
            <th scope="row">{t("field.tags")}</th>
            {customers.map(({ id, tags }) => (
              <td key={id}>{tags.join(", ") || "–"}</td>
            ))}
          </tr>
          <tr>
            <th scope="row">{t("merge.moves")}</th>
            {customers.map(({ id }) => (
              <td key={id}>
                {id === survivor.id && <span className={classes.number}>{t("merge.stays")}</span>}
                {heldBy(id).map((line) => (
                  <span key={line} className={classes.line}>
                    {line}
                  </span>
                ))}
                {heldBy(id).length === 0 && id !== survivor.id && t("merge.nothing")}
              </td>
            ))}
          </tr>
        </tbody>
      </table>
    </div>
  );
}
