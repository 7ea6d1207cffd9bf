import { useQuery } from "@apollo/client/react";
import { Select } from "@mantine/core";
import { useDebouncedValue } from "@mantine/hooks";
import { useState } from "react";
import { graphql } from "../../../gql/gql.js";
import { useT } from "../../../i18n/useT.js";

const query = graphql(`
  query MergePicker($search: String!) {
    customers(first: 8, search: $search) {
      edges {
        node {
          id
          number
          legalName
          taxId {
            formatted
          }
        }
      }
    }
  }
`);

interface MergePickerProps {
  /** Those that are there already. */
  taken: readonly string[];
  onPick: (id: string) => void;
}

/** Finds another customer that is the same one. */
export function MergePicker({ taken, onPick }: MergePickerProps) {
  const t = useT();
  const [text, setText] = useState("");
  const [search] = useDebouncedValue(text.trim(), 200);
  const { data, previousData } = useQuery(query, {
    variables: { search },
    skip: search.length < 2,
  });
  const found = search.length < 2 ? undefined : (data ?? previousData);
  const options = (found?.customers.edges ?? [])
    .filter(({ node }) => !taken.includes(node.id))
    .map(({ node: { id, legalName, number, taxId } }) => ({
      value: id,
      label: [legalName, number, taxId?.formatted].filter(Boolean).join(" · "),
    }));
  return (
    <Select
      label={t("merge.pick")}
      placeholder={t("merge.pickPlaceholder")}
      searchable
      data={options}
      filter={({ options: given }) => given}
      value={null}
      searchValue={text}
      onSearchChange={setText}
      onChange={(id) => {
        if (!id) return;
        setText("");
        onPick(id);
      }}
      nothingFoundMessage={search.length < 2 ? undefined : t("ui.nothingFound")}
      comboboxProps={{ shadow: "none" }}
      withScrollArea={false}
    />
  );
}
