import { ContactDrawers } from "../../features/contacts/ContactDrawers.js";
import { DealDrawers } from "../../features/deals/DealDrawers.js";
import { InvoiceDrawers } from "../../features/invoices/InvoiceDrawers.js";
import { OrderDrawers } from "../../features/orders/OrderDrawers.js";
import { ProjectDrawers } from "../../features/projects/ProjectDrawers.js";
import { QuoteDrawers } from "../../features/quotes/QuoteDrawers.js";
import { ProjectTasks } from "../../features/tasks/ProjectTasks.js";
import { TaskDrawers } from "../../features/tasks/TaskDrawers.js";
import { ProjectTime } from "../../features/time/ProjectTime.js";
import { TimeDrawers } from "../../features/time/TimeDrawers.js";
import { useMay } from "../../session/viewer.js";

interface ProfileDrawersProps {
  customerId: string;
  /** The currency of new documents. */
  currency: string;
  /** The customer's payment term. */
  termDays: number | null;
}

/** Every drawer that the URL of a profile can ask for; they stand over any tab. */
export default function ProfileDrawers(props: ProfileDrawersProps) {
  const { customerId, currency, termDays } = props;
  const seesContacts = useMay("contacts:read");
  const seesProjects = useMay("projects:read");
  const seesTasks = useMay("tasks:read");
  const seesTime = useMay("time:read");
  const seesDeals = useMay("deals:read");
  const seesQuotes = useMay("quotes:read");
  const seesOrders = useMay("orders:read");
  const seesInvoices = useMay("invoices:read");
  return (
    <>
      {seesContacts && <ContactDrawers customerId={customerId} />}
      {seesProjects && (
        <ProjectDrawers
          customerId={customerId}
          inside={(projectId) => (
            <>
              {seesTasks && <ProjectTasks customerId={customerId} projectId={projectId} />}
              {seesTime && <ProjectTime customerId={customerId} projectId={projectId} />}
            </>
          )}
        />
      )}
      {seesTasks && <TaskDrawers customerId={customerId} />}
      {seesTime && <TimeDrawers customerId={customerId} />}
      {seesDeals && <DealDrawers customerId={customerId} currency={currency} />}
      {seesQuotes && <QuoteDrawers customerId={customerId} currency={currency} />}
      {seesOrders && <OrderDrawers customerId={customerId} currency={currency} />}
      {seesInvoices && (
        <InvoiceDrawers customerId={customerId} currency={currency} termDays={termDays} />
      )}
    </>
  );
}
