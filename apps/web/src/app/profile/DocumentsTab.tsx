import { useSearchParams } from "react-router";
import { InvoicesList } from "../../features/invoices/InvoicesList.js";
import { OrdersList } from "../../features/orders/OrdersList.js";
import { useT } from "../../i18n/useT.js";
import { paths } from "../../paths.js";
import { useMay } from "../../session/viewer.js";
import { FilterLinks } from "../../ui/page/FilterLinks.js";
import classes from "./Tab.module.css";

/** The customer's purchase orders, sales invoices and purchase invoices. */
export function Tab({ customerId }: { customerId: string }) {
  const t = useT();
  const [search] = useSearchParams();
  const seesOrders = useMay("orders:read");
  const seesInvoices = useMay("invoices:read");
  const asked = search.get("show");
  const show =
    seesInvoices && (asked === "sales" || asked === "purchases" || !seesOrders)
      ? (asked ?? "sales")
      : "orders";
  return (
    <>
      <div className={classes.parts}>
        <FilterLinks
          look="segments"
          label={t("profile.tab.documents")}
          links={[
            ...(seesOrders
              ? [
                  {
                    to: paths.customerDocuments(customerId, { show: "orders" }),
                    label: t("orders.title"),
                    active: show === "orders",
                  },
                ]
              : []),
            ...(seesInvoices
              ? [
                  {
                    to: paths.customerDocuments(customerId, { show: "sales" }),
                    label: t("invoices.sales"),
                    active: show === "sales",
                  },
                  {
                    to: paths.customerDocuments(customerId, { show: "purchases" }),
                    label: t("invoices.purchases"),
                    active: show === "purchases",
                  },
                ]
              : []),
          ]}
        />
      </div>
      {show === "orders" ? (
        <OrdersList customerId={customerId} />
      ) : (
        <InvoicesList
          key={show}
          customerId={customerId}
          kind={show === "purchases" ? "PURCHASE" : "SALES"}
        />
      )}
    </>
  );
}
