import { graphql } from "../../gql/gql.js";
import { useT } from "../../i18n/useT.js";
import { paths } from "../../paths.js";
import { customerPart } from "../../records/recordParts.js";
import { useMay } from "../../session/viewer.js";
import { Headline } from "../../ui/cards/Headline.js";
import { DueDate } from "../../ui/values/DueDate.js";

const customerFragment = graphql(`
  fragment NextStepHeadline_customer on Customer {
    id
    nextStep {
      id
      title
      dueOn
      dueTime
    }
  }
`);

/** What is next with a customer: its open task that is due first. */
export const nextStepHeadline = customerPart(customerFragment, ({ customerId, customer }) => {
  const t = useT();
  const mayWrite = useMay("tasks:own");
  const { nextStep } = customer;
  if (!nextStep)
    return (
      <Headline
        title={t("tasks.nextStep")}
        value="–"
        detail={t(mayWrite ? "tasks.nothingNext" : "tasks.none")}
      />
    );
  return (
    <Headline
      title={t("tasks.nextStep")}
      value={<span title={nextStep.title}>{nextStep.title}</span>}
      to={paths.customerRecord(customerId, nextStep.__typename, nextStep.id)}
      detail={<DueDate date={nextStep.dueOn ?? null} time={nextStep.dueTime} open />}
    />
  );
});
