import { useQuery } from "@apollo/client/react";
import { RECORD_KINDS } from "@clientela/shared/records/recordKinds";
import { Select, TextInput } from "@mantine/core";
import { IconSearch } from "@tabler/icons-react";
import { type KeyboardEvent, type RefObject, useDeferredValue, useRef } from "react";
import { Link, useSearchParams } from "react-router";
import { useT } from "../../i18n/useT.js";
import { useViewer } from "../../session/viewer.js";
import { EmptyState } from "../../ui/feedback/EmptyState.js";
import { ErrorNote } from "../../ui/feedback/ErrorNote.js";
import { SkeletonRows } from "../../ui/feedback/SkeletonRows.js";
import { PageHeader } from "../../ui/page/PageHeader.js";
import { allRecords } from "../records.js";
import { FoundDetails } from "./FoundDetails.js";
import { type FoundRecord, pathOf, searchQuery } from "./foundRecords.js";
import classes from "./SearchPage.module.css";

const MAX_RESULTS = 50;

/** The search of records of all kinds: `?q=` is the text, `?type=` a kind. */
export function Component() {
  const t = useT();
  const { permissions } = useViewer();
  const [params, setParams] = useSearchParams();
  const { list, enterList, moveInList } = useResultKeys();
  const text = params.get("q") ?? "";
  const searched = useDeferredValue(text.trim());
  const kinds = allRecords.filter((record) => record.searched && permissions.has(record.read));
  const kind = kinds.find(({ type }) => type === params.get("type"));
  const { data, previousData, error, refetch } = useQuery(searchQuery, {
    variables: {
      text: searched,
      first: MAX_RESULTS,
      types: kind ? [RECORD_KINDS[kind.type].value] : null,
    },
    skip: searched === "",
  });
  const found = searched === "" ? undefined : (data ?? previousData)?.search.nodes;

  function change(next: { q?: string; type?: string | null }) {
    const { q = text, type = kind?.type } = next;
    setParams({ ...(q && { q }), ...(type && { type }) }, { replace: true });
  }

  return (
    <div className={classes.page}>
      <PageHeader title={searched ? t("search.titleOf", { text: searched }) : t("search.title")} />
      <div className={classes.query}>
        <TextInput
          type="search"
          role="searchbox"
          className={classes.text}
          aria-label={t("search.field")}
          placeholder={t("search.placeholder")}
          leftSection={<IconSearch size={16} stroke={1.6} aria-hidden="true" />}
          autoFocus
          maxLength={200}
          value={text}
          onChange={(event) => change({ q: event.currentTarget.value })}
          onKeyDown={enterList}
        />
        <Select
          className={classes.type}
          aria-label={t("search.type")}
          clearable
          placeholder={t("search.allTypes")}
          data={kinds.map(({ type }) => ({ value: type, label: t(`trash.type.${type}`) }))}
          value={kind?.type ?? null}
          onChange={(type) => change({ type: type ?? "" })}
        />
      </div>
      {error ? (
        <ErrorNote error={error} onRetry={() => void refetch()}>
          {t("search.failed")}
        </ErrorNote>
      ) : searched === "" ? (
        <p className={classes.hint}>{t("search.hint")}</p>
      ) : found === undefined ? (
        <SkeletonRows rows={6} height={40} columns={["40%", "50%"]} label={t("shell.loading")} />
      ) : found.length === 0 ? (
        <EmptyState icon={<IconSearch size={20} stroke={1.6} />}>
          {t("search.none", { text: searched })} {t("search.noneHint")}
        </EmptyState>
      ) : (
        <>
          <SearchResults list={list} found={found} onKeyDown={moveInList} />
          {found.length === MAX_RESULTS && (
            <p className={classes.hint}>{t("search.most", { count: MAX_RESULTS })}</p>
          )}
        </>
      )}
    </div>
  );
}

/** The arrow keys between a field and the list of results under it; Enter in the field opens the first one. */
function useResultKeys() {
  const list = useRef<HTMLUListElement>(null);
  const links = (): Element[] => [...(list.current?.querySelectorAll("a") ?? [])];
  const focus = (link: Element | undefined) => link instanceof HTMLElement && link.focus();

  function enterList(event: KeyboardEvent) {
    if (event.nativeEvent.isComposing) return;
    const [first] = links();
    if (event.key === "ArrowDown") focus(first);
    else if (event.key === "Enter" && first instanceof HTMLElement) first.click();
    else return;
    event.preventDefault();
  }

  function moveInList(event: KeyboardEvent<HTMLElement>) {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    const all = links();
    const at = document.activeElement ? all.indexOf(document.activeElement) : -1;
    if (step === undefined || at < 0) return;
    event.preventDefault();
    focus(all[at + step]);
  }

  return { list, enterList, moveInList };
}

interface SearchResultsProps {
  list: RefObject<HTMLUListElement | null>;
  found: readonly FoundRecord[];
  onKeyDown: (event: KeyboardEvent<HTMLElement>) => void;
}

function SearchResults({ list, found, onKeyDown }: SearchResultsProps) {
  const t = useT();
  return (
    <ul
      ref={list}
      className={classes.results}
      aria-label={t("search.results")}
      onKeyDown={onKeyDown}
    >
      {found.map((one) => (
        <li key={`${one.type} ${one.record?.id ?? one.title}`}>
          <Link to={pathOf(one)} className={classes.result}>
            <FoundDetails found={one} />
          </Link>
        </li>
      ))}
    </ul>
  );
}
