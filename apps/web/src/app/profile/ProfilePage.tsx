import { useQuery } from "@apollo/client/react";
import { ActionIcon, Drawer, Tooltip } from "@mantine/core";
import { useMediaQuery } from "@mantine/hooks";
import { IconId } from "@tabler/icons-react";
import { lazy, Suspense, useEffect, useMemo, useState } from "react";
import { Navigate, useLocation, useNavigate, useParams, useSearchParams } from "react-router";
import { PeopleGlance } from "../../features/contacts/People.js";
import { backTo } from "../../features/customers/listOrigin.js";
import { ProfileHeading } from "../../features/customers/profile/ProfileHeading.js";
import { ProfilePanel } from "../../features/customers/profile/ProfilePanel.js";
import type { ProfilePrefetch } from "../../features/customers/profilePrefetch.js";
import { FileDrop } from "../../features/files/FileDrop.js";
import { graphql } from "../../gql/gql.js";
import type { ProfilePageQuery } from "../../gql/graphql.js";
import { useT } from "../../i18n/useT.js";
import { withMessages } from "../../locales/loadMessages.js";
import { paths } from "../../paths.js";
import { type PermissionSet, useMay, useViewer } from "../../session/viewer.js";
import { ConflictDialog } from "../../ui/conflict/ConflictDialog.js";
import { ErrorNote } from "../../ui/feedback/ErrorNote.js";
import { SkeletonRows } from "../../ui/feedback/SkeletonRows.js";
import { PageHeader } from "../../ui/page/PageHeader.js";
import { NotForYou } from "../NotForYou.js";
import { profileTabs } from "../profileTabs.js";
import { rememberCustomer } from "../search/recentCustomers.js";
import { customerParts, withParts } from "./customerParts.js";
import { Headlines, headlinesFor } from "./Headlines.js";
import { ProfileActions } from "./ProfileActions.js";
import { drawerParams, ProfileDrawers } from "./ProfileDrawers.js";
import { ProfileNeighbours } from "./ProfileNeighbours.js";
import classes from "./ProfilePage.module.css";
import { ProfileTabs } from "./ProfileTabs.js";
import { SummaryCards } from "./SummaryCards.js";
import { useListOrigin } from "./useListOrigin.js";
import { useLiveProfile } from "./useLiveProfile.js";
import { useTabCounts } from "./useTabCounts.js";

const query = graphql(`
  query ProfilePage($id: ID!, $seesContacts: Boolean!) {
    customer(id: $id) {
      id
      displayName
      status
      currency
      paymentTermDays
      ...ProfileHeading_customer
      ...CustomerEdits_customer
      ...CustomerPeople_customer @include(if: $seesContacts)
    }
  }
`);

const DeletedProfile = lazy(
  withMessages("trash", async () => ({
    default: (await import("../../features/customers/trash/DeletedProfile.js")).DeletedProfile,
  })),
);

const partsFor = (permissions: PermissionSet) => [
  ...headlinesFor(permissions),
  ...cardsFor(permissions),
];

const cardsFor = (permissions: PermissionSet) => customerParts(permissions, ({ card }) => card);

/** Loads what the page asks first, so that a profile that is opened soon is there at once. */
export const prefetch: ProfilePrefetch = (client, id, permissions) =>
  client.query({
    query: withParts(query, partsFor(permissions)),
    variables: { id, seesContacts: permissions.has("contacts:read") },
  });

/** The profile of one customer: who it is, what is going on, and a tab. */
export function Component() {
  const { id = "", tab } = useParams();
  const { search } = useLocation();
  const { permissions } = useViewer();
  const tabs = profileTabs.filter(({ needs }) => needs.some((one) => permissions.has(one)));
  const open = tabs.find((one) => one.id === tab);
  if (!open && profileTabs.some((one) => one.id === tab)) return <NotForYou />;
  if (!open) return <Navigate to={{ pathname: paths.customer(id), search }} replace />;
  return <Profile key={id} id={id} tabs={tabs} open={open} />;
}

interface ProfileProps {
  id: string;
  tabs: typeof profileTabs;
  open: (typeof profileTabs)[number];
}

function Profile({ id, tabs, open }: ProfileProps) {
  useLiveProfile(id);
  const t = useT();
  const { permissions, currency: ownCurrency } = useViewer();
  const [search] = useSearchParams();
  const navigate = useNavigate();
  const drawerOpen = drawerParams.some((name) => search.has(name));
  const { data, error, refetch, cards, headlines } = useProfile(id);
  const counts = useTabCounts(id);
  const origin = useListOrigin(id);
  // The tab of contact details shows the same as the panel, and more.
  const hasPanel = open.id !== "details";
  const panel = usePanel(id, data?.customer, hasPanel, error !== undefined);
  const list = origin?.list ?? paths.customers;
  const crumbs = [{ label: t("shell.customers"), to: list, state: backTo(origin) }];
  const customer = data?.customer;
  const early = !customer && !error;

  if (data && !customer) {
    return (
      <>
        <PageHeader title={t("profile.customer")} crumbs={crumbs} titleHidden />
        <Suspense>
          <DeletedProfile id={id} list={list} onRestored={() => void refetch()} />
        </Suspense>
      </>
    );
  }

  const actions = (
    <>
      <ProfileNeighbours origin={origin} customerId={id} tab={open.id} />
      {panel.button}
      <ProfileActions
        customerId={id}
        name={customer?.displayName ?? ""}
        status={customer?.status}
        list={list}
      />
    </>
  );

  return (
    <div className={classes.page}>
      <ProfileHeading id={id} crumbs={crumbs} actions={actions} />
      {error && !customer && (
        <ErrorNote error={error} onRetry={() => void refetch()}>
          {t("profile.failed")}
        </ErrorNote>
      )}
      {(early || customer) && (
        <>
          <Headlines customerId={id} headlines={headlines} tab={open.id} loading={early} />
          <SummaryCards customerId={id} cards={cards} tab={open.id} loading={early} />
        </>
      )}
      <div
        className={classes.columns}
        data-early={early || undefined}
        data-alone={!hasPanel || undefined}
      >
        <div className={classes.main}>
          <div className={classes.tabs}>
            <ProfileTabs customerId={id} tabs={tabs} counts={counts} />
          </div>
          <div className={classes.tab}>
            <Suspense fallback={<SkeletonRows label={t("profile.loading")} />}>
              <open.Component customerId={id} tab={open.id} />
            </Suspense>
          </div>
        </div>
        {panel.aside}
      </div>
      {panel.drawer}
      {customer && drawerOpen && (
        <ProfileDrawers
          customerId={id}
          currency={customer.currency ?? ownCurrency}
          termDays={customer.paymentTermDays}
        />
      )}
      {permissions.has("files:write") && (
        <FileDrop
          customerId={id}
          onUpload={() => {
            if (open.id !== "files") void navigate(paths.customer(id, "files"));
          }}
        />
      )}
      <ConflictDialog />
    </div>
  );
}

/** What the page shows first: one query for who it is and for what is going on. */
function useProfile(id: string) {
  const { id: me, permissions } = useViewer();
  const seesContacts = permissions.has("contacts:read");
  const cards = useMemo(() => cardsFor(permissions), [permissions]);
  const headlines = useMemo(() => headlinesFor(permissions), [permissions]);
  const withSummary = useMemo(() => withParts(query, partsFor(permissions)), [permissions]);
  const { data, error, refetch } = useQuery(withSummary, { variables: { id, seesContacts } });
  const isThere = data?.customer != null;
  useEffect(() => {
    if (me !== null && isThere) rememberCustomer(me, id);
  }, [me, isThere, id]);
  return { data, error, refetch, cards, headlines };
}

type Customer = NonNullable<ProfilePageQuery["customer"]>;

/** Who the customer is: beside the tab, or in a drawer behind a button where the window is narrow. */
function usePanel(
  id: string,
  customer: Customer | null | undefined,
  hasPanel: boolean,
  failed: boolean,
) {
  const t = useT();
  const seesContacts = useMay("contacts:read");
  const [opened, setOpened] = useState(false);
  // A page of paper is narrower than the window, and the customer's data belong on it.
  const isWide = useMediaQuery("(min-width: 1024px), print", true, {
    getInitialValueInEffect: false,
  });
  const early = !customer && !failed;
  const panel = customer ? (
    <ProfilePanel
      customer={customer}
      people={seesContacts && <PeopleGlance customer={customer} />}
    />
  ) : (
    early && (
      <SkeletonRows rows={9} height={28} columns={["30%", "60%"]} label={t("profile.loading")} />
    )
  );
  return {
    button: !isWide && hasPanel && (
      <Tooltip label={t("profile.data")}>
        <ActionIcon aria-label={t("profile.data")} onClick={() => setOpened(true)}>
          <IconId size={18} />
        </ActionIcon>
      </Tooltip>
    ),
    aside: isWide && hasPanel && (
      <aside
        // Another one, so that it does not move: what was there before it were bones.
        key={early ? "early" : id}
        className={classes.panel}
        aria-label={t("profile.data")}
      >
        {panel}
      </aside>
    ),
    drawer: !isWide && (
      <Drawer
        opened={opened}
        onClose={() => setOpened(false)}
        position="right"
        size={380}
        title={t("profile.data")}
        closeButtonProps={{ "aria-label": t("ui.close") }}
      >
        {panel}
      </Drawer>
    ),
  };
}
