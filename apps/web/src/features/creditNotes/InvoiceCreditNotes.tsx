import { useQuery } from "@apollo/client/react";
import { Button } from "@mantine/core";
import { readFragment } from "../../gql/fragment-masking.js";
import { graphql } from "../../gql/gql.js";
import { useFormat } from "../../i18n/useFormat.js";
import { useT } from "../../i18n/useT.js";
import { useMay } from "../../session/viewer.js";
import { AmountLines } from "../../ui/documents/AmountLines.js";
import { useDrawerParam } from "../../ui/overlays/useDrawerParam.js";
import classes from "./CreditNotes.module.css";
import { creditNoteFragment } from "./creditNote.operations.js";

const query = graphql(`
  query InvoiceCreditNotes($id: ID!) {
    invoice(id: $id) {
      id
      status
      creditNotes(first: 100, filter: { cancelled: false }) {
        nodes {
          id
          ...CreditNoteFields
        }
      }
    }
  }
`);

/** The credit notes of an invoice, each opening its drawer, and the way to another. */
export function InvoiceCreditNotes({ parentId }: { customerId: string; parentId: string }) {
  const t = useT();
  const format = useFormat();
  const drawer = useDrawerParam("creditNote");
  const mayWrite = useMay("invoices:write");
  const { data } = useQuery(query, { variables: { id: parentId } });
  const invoice = data?.invoice;
  if (!invoice) return null;
  const creditNotes = invoice.creditNotes.nodes.map((node) =>
    readFragment(creditNoteFragment, node),
  );
  const isCreditable = invoice.status === "AUTHORIZED" || invoice.status === "PAID";
  return (
    <>
      <AmountLines
        label={t("creditNotes.title")}
        lines={creditNotes.map(({ id, number, issuedOn, total }) => ({
          key: id,
          label: `${t("creditNotes.titleOf", { number })} · ${format.date(issuedOn)}`,
          amount: total,
          onOpen: () => drawer.open(id),
        }))}
      />
      {mayWrite && isCreditable && (
        <Button
          className={classes.credit}
          size="xs"
          variant="subtle"
          onClick={() => drawer.open(`new:${parentId}`)}
        >
          {t("creditNotes.creditInvoice")}
        </Button>
      )}
    </>
  );
}
