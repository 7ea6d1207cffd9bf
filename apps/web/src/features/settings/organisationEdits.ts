import { useApolloClient, useQuery } from "@apollo/client/react";
import { readFragment } from "../../gql/fragment-masking.js";
import { graphql } from "../../gql/gql.js";
import type { OrganisationRowFragment } from "../../gql/graphql.js";
import { useT } from "../../i18n/useT.js";
import { useViewer } from "../../session/viewer.js";
import { saveVersioned, type Versioned } from "../../ui/conflict/saveVersioned.js";

const organisationFragment = graphql(`
  fragment OrganisationRow on OrganisationSettings {
    id
    version
    timeZone
    currency
    name
    taxId
    address
    refuseOverCreditLimit
  }
`);

const query = graphql(`
  query Organisation {
    organisation {
      ...OrganisationRow
    }
  }
`);

const updateOrganisation = graphql(`
  mutation UpdateOrganisation($input: UpdateOrganisationInput!) {
    updateOrganisation(input: $input) {
      organisation {
        ...OrganisationRow
      }
    }
  }
`);

/** What is set for everyone. */
export interface OrganisationValues {
  timeZone: string;
  currency: string;
  name: string;
  taxId: string;
  address: string;
  refuseOverCreditLimit: boolean;
}

/** What holds for everyone, and how an admin changes it. */
export function useOrganisation({ skip }: { skip: boolean }) {
  const client = useApolloClient();
  const t = useT();
  const { timeZone, currency } = useViewer();
  const { data, error, refetch } = useQuery(query, { skip });
  const row = data && readFragment(organisationFragment, data.organisation);
  // Values that no admin set come from the server's settings, which the viewer has.
  const versioned = (read: OrganisationRowFragment): Versioned<OrganisationValues> => ({
    version: read.version,
    values: {
      timeZone: read.timeZone ?? timeZone,
      currency: read.currency ?? currency,
      name: read.name ?? "",
      taxId: read.taxId ?? "",
      address: read.address ?? "",
      refuseOverCreditLimit: read.refuseOverCreditLimit,
    },
  });

  async function change(changes: Partial<OrganisationValues>): Promise<void> {
    if (!row) throw new Error(t("ui.notSaved"));
    await saveVersioned<OrganisationValues>({
      base: versioned(row),
      changes,
      send: (version, values) =>
        client.mutate({
          mutation: updateOrganisation,
          variables: { input: { version, ...values } },
        }),
      reload: async () => {
        const { data: now } = await client.query({ query, fetchPolicy: "network-only" });
        if (!now) throw new Error(t("ui.gone"));
        return versioned(readFragment(organisationFragment, now.organisation));
      },
      labelOf: (field) => t(`settings.${field}`),
      show: (values, field) =>
        field === "refuseOverCreditLimit"
          ? t(values[field] ? "settings.creditLimit.refuse" : "settings.creditLimit.warn")
          : values[field],
    });
    // The viewer has the day and the currency.
    await client.refetchQueries({ include: ["ViewerGate"] });
  }

  return { values: row && versioned(row).values, error, refetch, change };
}
