import type { ReactNode } from "react";
import type { FragmentType } from "../../gql/fragment-masking.js";
import type { MoneyValue } from "../../i18n/format.js";
import type { MessageKey } from "../../i18n/messageKey.js";
import { useT } from "../../i18n/useT.js";
import { paths } from "../../paths.js";
import { DocumentDrawer } from "../../ui/documents/DocumentDrawer.js";
import type { lineFragment } from "../../ui/documents/documentLines.js";
import { LinesTable } from "../../ui/documents/LinesTable.js";
import type { RecordOperations, Stored } from "../defineOperations.js";
import { ExternalIds } from "../ExternalIds.js";
import { RecordActions } from "../list/RecordActions.js";
import { PendingDrawer } from "../PendingDrawer.js";
import type { ViewDrawerProps } from "../RecordDrawers.js";
import type { RecordStatus } from "../recordStatus.js";
import { StatusBadge } from "../StatusBadge.js";
import type { LoadedRecord } from "../useRecord.js";

/** What every document has that people write: lines that come to a total. */
interface WrittenDocument extends Stored {
  total: MoneyValue;
  notes?: string | null;
  lines: readonly FragmentType<typeof lineFragment>[];
}

/** The nouns of documents by the folders of their messages: `quotes` in `quotes.titleOf`. */
export type DocumentTexts = {
  [Key in MessageKey]: Key extends `${infer Noun}.titleOf`
    ? `${Noun}.${"one" | "failed"}` extends MessageKey
      ? Noun
      : never
    : never;
}[MessageKey];

/** The drawer of a document that people write: what it says, its lines, and how it may go on. */
export function DocumentView<
  Full extends Listed & WrittenDocument,
  Listed extends Stored & { number: string },
  Values extends object,
  Create,
  Loaded,
  Shown extends string,
  Word extends Shown,
>(
  props: ViewDrawerProps & {
    operations: RecordOperations<Full, Listed, Values, Create, Loaded>;
    customerId: string;
    loaded: LoadedRecord<unknown>;
    /** The document of what was loaded. */
    document: Full | undefined;
    status: RecordStatus<Full, Values, Shown, Word>;
    texts: DocumentTexts;
    /** What it says next to its lines; a fact without a value is left out. */
    facts: (document: Full) => readonly { label: string; value: ReactNode }[];
    /** What other kinds of record show inside of it. */
    inside?: ReactNode;
    /** Those of the next statuses that a button leads to; all of them unless said. */
    next?: (document: Full) => readonly Word[];
    /** What else can be done with it, at the end. */
    buttons: (document: Full) => ReactNode;
  },
) {
  const { id, operations, customerId, loaded, document, status, texts, inside } = props;
  const { facts, next, buttons, onEdit, onClose } = props;
  const t = useT();
  if (!document) {
    return (
      <PendingDrawer
        restorable={{ id, operations }}
        loaded={loaded}
        title={t(`${texts}.one`)}
        failed={t(`${texts}.failed`)}
        onClose={onClose}
      />
    );
  }
  return (
    <DocumentDrawer
      title={t(`${texts}.titleOf`, { number: document.number })}
      onClose={onClose}
      pdf={paths.documentPdf(id)}
      status={<StatusBadge status={status} value={status.shown(document)} />}
      facts={facts(document)}
      lines={
        <>
          <LinesTable lines={document.lines} total={document.total} />
          {inside}
          <ExternalIds id={id} readOnly={!onEdit} />
        </>
      }
      notes={document.notes}
      actions={
        onEdit && (
          <RecordActions
            operations={operations}
            customerId={customerId}
            record={document}
            status={status}
            next={next?.(document)}
            onEdit={onEdit}
            onClose={onClose}
          >
            {buttons(document)}
          </RecordActions>
        )
      }
    />
  );
}
