import { useSearchParams } from "react-router";
import { DealsList } from "../../features/deals/DealsList.js";
import { QuotesList } from "../../features/quotes/QuotesList.js";
import { useT } from "../../i18n/useT.js";
import { paths } from "../../paths.js";
import { useMay } from "../../session/viewer.js";
import { FilterLinks } from "../../ui/page/FilterLinks.js";
import classes from "./Tab.module.css";

/** The customer's deals, and its offers and quotes. */
export function Tab({ customerId }: { customerId: string }) {
  const t = useT();
  const [search] = useSearchParams();
  const seesDeals = useMay("deals:read");
  const seesQuotes = useMay("quotes:read");
  const quotes = seesQuotes && (search.get("show") === "quotes" || !seesDeals);
  return (
    <>
      <div className={classes.parts}>
        <FilterLinks
          look="segments"
          label={t("profile.tab.deals")}
          links={[
            ...(seesDeals
              ? [{ to: paths.customerDeals(customerId), label: t("deals.title"), active: !quotes }]
              : []),
            ...(seesQuotes
              ? [
                  {
                    to: paths.customerDeals(customerId, { show: "quotes" }),
                    label: t("quotes.title"),
                    active: quotes,
                  },
                ]
              : []),
          ]}
        />
      </div>
      {quotes ? <QuotesList customerId={customerId} /> : <DealsList customerId={customerId} />}
    </>
  );
}
