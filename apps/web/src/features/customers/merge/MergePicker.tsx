import { useQuery } from "@apollo/client/react";
import { Select } from "@mantine/core";
import { useDebouncedValue } from "@mantine/hooks";
import { type KeyboardEvent, useEffect, useEffectEvent, useState } from "react";
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
  const searches = text.trim().length >= 2;
  const { data, previousData, loading, error } = useQuery(query, {
    variables: { search },
    skip: search.length < 2,
  });
  const outdated = searches && (search !== text.trim() || loading);
  const [entered, setEntered] = useState(false);
  const found = searches && !error ? (data ?? previousData) : undefined;
  const options = (found?.customers.edges ?? [])
    .filter(({ node }) => !taken.includes(node.id))
    .map(({ node: { id, legalName, number, taxId } }) => ({
      value: id,
      label: [legalName, number, taxId?.formatted].filter(Boolean).join(" · "),
    }));
  function pick(id: string | null | undefined) {
    setEntered(false);
    if (!id) return;
    setText("");
    onPick(id);
  }

  // What is shown for fewer letters may be another customer: Enter waits for those found for all.
  const pickFirst = useEffectEvent(() => pick(options[0]?.value));
  useEffect(() => {
    if (entered && !outdated) pickFirst();
  }, [entered, outdated]);

  function waitForFound(event: KeyboardEvent) {
    if (event.key !== "Enter" || event.nativeEvent.isComposing || !outdated) return;
    event.preventDefault();
    event.stopPropagation();
    setEntered(true);
  }

  return (
    <Select
      label={t("merge.pick")}
      placeholder={t("merge.pickPlaceholder")}
      searchable
      data={options}
      filter={({ options: given }) => given}
      value={null}
      searchValue={text}
      onSearchChange={(typed) => {
        setEntered(false);
        setText(typed);
      }}
      onChange={pick}
      onKeyDownCapture={waitForFound}
      selectFirstOptionOnChange={searches && !outdated}
      nothingFoundMessage={searches && !outdated && !error ? t("ui.nothingFound") : undefined}
      comboboxProps={{ shadow: "none" }}
      withScrollArea={false}
    />
  );
}
