import { useMay } from "../../session/viewer.js";
import { useDrawerParam } from "../../ui/overlays/useDrawerParam.js";
import { CreditNoteView } from "./CreditNoteView.js";
import { NewCreditNote } from "./NewCreditNote.js";

interface CreditNoteDrawersProps {
  customerId: string;
  /** The currency of new credit notes. */
  currency: string;
}

const NEW = /^new(?::(?<invoiceId>.+))?$/;

/** The drawer that the URL names: `creditNote=<id>`, `creditNote=new` or, against an invoice, `creditNote=new:<its id>`. */
export function CreditNoteDrawers({ customerId, currency }: CreditNoteDrawersProps) {
  const { value, close } = useDrawerParam("creditNote");
  const mayWrite = useMay("invoices:write");
  if (!value) return null;
  const isNew = NEW.exec(value);
  if (!isNew)
    return <CreditNoteView key={value} id={value} customerId={customerId} onClose={close} />;
  return (
    mayWrite && (
      <NewCreditNote
        key={value}
        customerId={customerId}
        currency={currency}
        invoiceId={isNew.groups?.invoiceId ?? null}
        onClose={close}
      />
    )
  );
}
