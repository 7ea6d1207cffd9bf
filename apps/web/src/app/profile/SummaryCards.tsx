import { useT } from "../../i18n/useT.js";
import type { ProfileTabId } from "../../paths.js";
import { SummaryCardSkeleton } from "../../ui/cards/SummaryCardSkeleton.js";
import type { SummaryCardPart } from "./customerParts.js";
import classes from "./ProfilePage.module.css";

interface SummaryCardsProps {
  customerId: string;
  cards: readonly SummaryCardPart[];
  tab: ProfileTabId;
  loading: boolean;
}

/** The summary of a customer: a card for each kind of record that has one, or its place while it loads. */
export function SummaryCards({ customerId, cards, tab, loading }: SummaryCardsProps) {
  const t = useT();
  if (loading) {
    return (
      <div className={classes.cards} data-tab={tab}>
        {cards.map(({ type }) => (
          <SummaryCardSkeleton key={type} />
        ))}
      </div>
    );
  }
  return (
    <section className={classes.cards} data-tab={tab} aria-label={t("profile.summary")}>
      {cards.map(({ type, Component: Card }) => (
        <Card key={type} customerId={customerId} />
      ))}
    </section>
  );
}
