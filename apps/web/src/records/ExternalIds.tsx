import { useMutation, useQuery } from "@apollo/client/react";
import { ActionIcon, Button } from "@mantine/core";
import { IconX } from "@tabler/icons-react";
import { type KeyboardEvent, useId, useRef, useState } from "react";
import { readFragment } from "../gql/fragment-masking.js";
import { graphql } from "../gql/gql.js";
import { useT } from "../i18n/useT.js";
import { TextField } from "../ui/fields/TextField.js";
import { useAttempt } from "../ui/toasts/useAttempt.js";
import classes from "./ExternalIds.module.css";

const fragment = graphql(`
  fragment ExternalIds_record on Node {
    id
    ... on Customer {
      version
      externalIds(first: 500) {
        source
        value
      }
    }
    ... on Contact {
      version
      externalIds(first: 500) {
        source
        value
      }
    }
    ... on Project {
      version
      externalIds(first: 500) {
        source
        value
      }
    }
    ... on Task {
      version
      externalIds(first: 500) {
        source
        value
      }
    }
    ... on TimeEntry {
      version
      externalIds(first: 500) {
        source
        value
      }
    }
    ... on Deal {
      version
      externalIds(first: 500) {
        source
        value
      }
    }
    ... on Quote {
      version
      externalIds(first: 500) {
        source
        value
      }
    }
    ... on Order {
      version
      externalIds(first: 500) {
        source
        value
      }
    }
    ... on Invoice {
      version
      externalIds(first: 500) {
        source
        value
      }
    }
    ... on Payment {
      version
      externalIds(first: 500) {
        source
        value
      }
    }
    ... on CreditNote {
      version
      externalIds(first: 500) {
        source
        value
      }
    }
    ... on File {
      version
      externalIds(first: 500) {
        source
        value
      }
    }
    ... on Note {
      version
      externalIds(first: 500) {
        source
        value
      }
    }
    ... on PromiseToPay {
      version
      externalIds(first: 500) {
        source
        value
      }
    }
    ... on Conversation {
      version
      externalIds(first: 500) {
        source
        value
      }
    }
  }
`);

const load = graphql(`
  query ExternalIds($id: ID!) {
    node(id: $id) {
      ...ExternalIds_record
    }
  }
`);

const add = graphql(`
  mutation AddExternalIds($input: ExternalIdsInput!) {
    addExternalIds(input: $input) {
      record {
        ...ExternalIds_record
      }
    }
  }
`);

const remove = graphql(`
  mutation RemoveExternalIds($input: ExternalIdsInput!) {
    removeExternalIds(input: $input) {
      record {
        ...ExternalIds_record
      }
    }
  }
`);

/** The ids of a record in other systems, read when they are opened; each can be removed, and others added. */
export function ExternalIds({ id, readOnly }: { id: string; readOnly?: boolean }) {
  const t = useT();
  const [opened, setOpened] = useState(false);
  const list = useId();
  return (
    <div className={classes.ids}>
      <Button
        variant="subtle"
        size="compact-sm"
        aria-expanded={opened}
        aria-controls={list}
        onClick={() => setOpened(!opened)}
      >
        {t("record.externalIds")}
      </Button>
      <div id={list}>{opened && <IdList id={id} readOnly={readOnly ?? false} />}</div>
    </div>
  );
}

function IdList({ id, readOnly }: { id: string; readOnly: boolean }) {
  const t = useT();
  const attempt = useAttempt();
  const { data } = useQuery(load, { variables: { id } });
  const [removeIds] = useMutation(remove);
  const record = readFragment(fragment, data?.node);
  if (!record || !("externalIds" in record)) return null;
  const { externalIds } = record;
  return (
    <>
      {externalIds.length === 0 && <p className={classes.none}>{t("record.noExternalIds")}</p>}
      <ul className={classes.list}>
        {externalIds.map(({ source, value }) => (
          <li key={JSON.stringify([source, value])}>
            <span className={classes.source}>{source}</span>
            <span className={classes.value}>{value}</span>
            {!readOnly && (
              <ActionIcon
                variant="subtle"
                aria-label={t("record.removeExternalId", { source, value })}
                onClick={() =>
                  attempt(() =>
                    removeIds({ variables: { input: { id, externalIds: [{ source, value }] } } }),
                  )
                }
              >
                <IconX size={16} aria-hidden />
              </ActionIcon>
            )}
          </li>
        ))}
      </ul>
      {!readOnly && <NewId id={id} />}
    </>
  );
}

function NewId({ id }: { id: string }) {
  const t = useT();
  const attempt = useAttempt();
  const [addIds, { loading }] = useMutation(add);
  const [source, setSource] = useState("");
  const [value, setValue] = useState("");
  const first = useRef<HTMLInputElement>(null);
  const incomplete = !source.trim() || !value.trim();

  async function send() {
    if (incomplete || loading) return;
    const externalIds = [{ source, value }];
    if (!(await attempt(() => addIds({ variables: { input: { id, externalIds } } })))) return;
    setSource("");
    setValue("");
    first.current?.focus();
  }

  // It may stand in the form of the record, which Enter would save.
  function onKeyDown(event: KeyboardEvent) {
    if (event.key !== "Enter" || event.ctrlKey || event.metaKey) return;
    event.preventDefault();
    void send();
  }

  return (
    <div className={classes.add}>
      <TextField
        ref={first}
        label={t("record.idSource")}
        value={source}
        maxLength={100}
        onChange={(event) => setSource(event.currentTarget.value)}
        onKeyDown={onKeyDown}
      />
      <TextField
        label={t("record.idValue")}
        value={value}
        maxLength={200}
        onChange={(event) => setValue(event.currentTarget.value)}
        onKeyDown={onKeyDown}
      />
      <Button variant="default" disabled={incomplete} loading={loading} onClick={send}>
        {t("record.addExternalId")}
      </Button>
    </div>
  );
}
