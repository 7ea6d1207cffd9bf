import { useQuery } from "@apollo/client/react";
import { Button } from "@mantine/core";
import { useDeferredValue, useState } from "react";
import { graphql } from "../../../../gql/gql.js";
import { useT } from "../../../../i18n/useT.js";
import { TextField } from "../../../../ui/fields/TextField.js";
import { useShortcut } from "../../../../ui/shortcuts/useShortcut.js";
import type { Decide, Decision } from "../useDeciding.js";
import type { ImportRow } from "./importRows.js";
import { PaymentMatch } from "./PaymentMatch.js";
import classes from "./RowDecision.module.css";

const customersQuery = graphql(`
  query PayersToChoose($search: String!) {
    customers(search: $search, first: 5) {
      nodes {
        id
        number
        displayName
      }
    }
  }
`);

interface PaymentDecisionProps {
  row: ImportRow;
  decide: Decide;
  /** Goes on once it is decided. */
  onDecided: () => void;
}

/** Decides what a transaction of a bank's file pays: one of the proposals, or nothing of a customer's that is searched for. */
export function PaymentDecision({ row, decide, onDecided }: PaymentDecisionProps) {
  const t = useT();
  const which = { lines: [row.line] };
  const isOpen = row.class === "UNDECIDED";

  async function choose(decision: Decision) {
    if (await decide(which, decision)) onDecided();
  }
  const skip = () => void choose({ decision: "SKIP" });
  useShortcut("x", skip, {
    group: t("import.title"),
    inDialogs: true,
    label: t("import.leaveOutRow"),
    enabled: isOpen,
  });

  if (!isOpen) {
    return (
      <section className={classes.decision} aria-label={t("import.payment.decision")}>
        <div className={classes.candidate}>
          <span>{t("import.payment.decided")}</span>
          <Button
            size="compact-xs"
            variant="default"
            onClick={() => void decide(which, { decision: null })}
          >
            {t("import.decideAgain")}
          </Button>
        </div>
      </section>
    );
  }
  return (
    <section className={classes.decision} aria-label={t("import.payment.decision")}>
      <h3 className={classes.title}>{t("import.payment.decision")}</h3>
      <ul className={classes.candidates}>
        {row.candidates.map(({ recordId, payment }) => (
          <li key={recordId} className={classes.candidate}>
            {payment && <PaymentMatch match={payment} />}
            <Button
              size="compact-xs"
              variant="default"
              onClick={() => void choose({ decision: "UPDATE", recordId })}
            >
              {t("import.payment.choose")}
            </Button>
          </li>
        ))}
      </ul>
      <OtherPayer onChoose={(recordId) => void choose({ decision: "UPDATE", recordId })} />
      <div className={classes.others}>
        <Button size="compact-xs" variant="default" aria-keyshortcuts="x" onClick={skip}>
          {t("import.leaveOutRow")}
        </Button>
      </div>
    </section>
  );
}

/** Finds the customer whose money it is, where none was proposed. */
function OtherPayer({ onChoose }: { onChoose: (customerId: string) => void }) {
  const t = useT();
  const [text, setText] = useState("");
  const search = useDeferredValue(text.trim());
  const { data } = useQuery(customersQuery, { variables: { search }, skip: search.length < 2 });
  const found = search.length < 2 ? [] : (data?.customers.nodes ?? []);
  return (
    <div>
      <TextField
        label={t("import.payment.findCustomer")}
        description={t("import.payment.findCustomerHint")}
        value={text}
        onChange={({ currentTarget }) => setText(currentTarget.value)}
      />
      <ul className={classes.candidates}>
        {found.map(({ id, number, displayName }) => (
          <li key={id} className={classes.candidate}>
            <span>
              {displayName} · {number}
            </span>
            <Button size="compact-xs" variant="default" onClick={() => onChoose(id)}>
              {t("import.payment.choose")}
            </Button>
          </li>
        ))}
      </ul>
    </div>
  );
}
