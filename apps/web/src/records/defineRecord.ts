import type { ApolloClient } from "@apollo/client";
import type { Permission } from "@clientela/shared/records/roles";
import type { TablerIcon } from "@tabler/icons-react";
import { type LazyExoticComponent, lazy, type ReactNode } from "react";
import type { MoneyValue } from "../i18n/format.js";
import type { MessageKey } from "../i18n/messageKey.js";
import type { Translate } from "../i18n/useT.js";
import type { ProfileTabId } from "../paths.js";
import type { CustomerRecordType } from "./customerRecordType.js";
import type { Field } from "./fields/fields.js";
import type { CustomerPart, RecordPart } from "./recordParts.js";

/** Fields as the history shows them: only the stored text of a value is known there. */
export type HistoryFields = Readonly<
  Record<string, Pick<Field<never>, "label" | "history" | "revertible">>
>;

/** Gives a field of a record an old value again, by the ordinary update on the record as it is now. */
export type Revert = (
  context: { client: ApolloClient; t: Translate },
  change: { id: string; field: string; old: unknown },
) => Promise<void>;

/** Takes a record out of the trash. */
export type Restore = (client: ApolloClient, id: string) => Promise<unknown>;

/** A change of one field as the history stores it: values as text. */
export interface HistoryChange {
  field: string;
  old?: string | null;
  new?: string | null;
}

type View<Props> = (props: Props) => ReactNode;

/** What the drawers of a record are given by the profile. */
export interface ProfileDrawersProps {
  customerId: string;
  /** The currency of new documents. */
  currency: string;
  /** The customer's payment term in days. */
  termDays: number | null;
  /** What other kinds of record show inside of this one. */
  inside: (id: string) => ReactNode;
}

/** A list of records on a tab of the profile. */
export interface ProfileList {
  tab: ProfileTabId;
  /** What `?show=` calls it. */
  show: string;
  /** Whether the tab begins with it. */
  first?: boolean;
  label: MessageKey;
  Component: LazyExoticComponent<View<{ customerId: string }>>;
}

/** What the history shows of the record that something was done to. */
export interface HistoryDetails {
  /** What people call it. */
  name?: string;
  /** What it comes to, where people know it by that: "the payment of € 120.00". */
  amount?: MoneyValue;
  /** Where a customer pays taxes. */
  country?: string;
  /** Whether the viewer may change this very record, where the permission alone does not say so. */
  mayChange?: boolean;
}

/** A part of the profile, and where it stands among those of other kinds. */
interface PlacedPart extends CustomerPart {
  place: number;
}

/** What "+ New" offers: the drawer and what it is opened with. */
interface NewRecord {
  label: MessageKey;
  /** The key that opens it on a profile. */
  keys?: string;
  param: string;
  value: string;
}

/** A kind of record as the app registers it. Whatever is large comes later, by `load` and `lazy`. */
export interface RecordDefinition {
  type: CustomerRecordType;
  /** The object of a sentence of the history: "the order". */
  what: MessageKey;
  /** False where a sentence names none, as there is only one. */
  named?: boolean;
  /** How the history says and draws that one was created, where that is no ordinary sentence. */
  created?: { message: MessageKey; icon: TablerIcon };
  read: Permission;
  write: Permission;
  icon?: TablerIcon;
  /** Whether the search over all kinds of record finds them. */
  searched?: boolean;
  history: HistoryFields;
  details?: RecordPart<HistoryDetails>;
  /** Rewrites changes whose text depends on other changes of the same entry, or on the customer's country. */
  written?: <Change extends HistoryChange>(
    changes: readonly Change[],
    country: string | undefined,
  ) => readonly Change[];
  /** Loads what puts an old value back; without it nothing of this kind is reverted. */
  revert?: () => Promise<Revert>;
  /** Loads what takes one out of the trash; without it none of this kind goes there. */
  restore?: () => Promise<Restore>;
  /** The drawers of the profile and their names in its URL. */
  drawers?: {
    params: readonly string[];
    Component: LazyExoticComponent<View<ProfileDrawersProps>>;
  };
  create?: readonly NewRecord[];
  lists?: readonly ProfileList[];
  /** How many of them a tab of the profile counts. */
  counted?: { tab: ProfileTabId; total: RecordPart<number> };
  /** What it answers in the first row of a customer's profile, and its answers where they are several. */
  headline?: PlacedPart & { answers?: readonly string[] };
  /** Its card in the summary of a customer. */
  card?: PlacedPart;
  /** Its newest ones on the overview. */
  newest?: PlacedPart;
  /** A new one is what the timeline is read for, rather than a change of a field; `Component` shows it in full. */
  leads?: { Component?: LazyExoticComponent<View<{ customerId: string; id: string }>> };
  /** What it shows inside of a record of another kind. */
  inside?: {
    type: CustomerRecordType;
    Component: LazyExoticComponent<View<{ customerId: string; parentId: string }>>;
  };
}

/** Declares a kind of record for the app's register. */
export function defineRecord(definition: RecordDefinition): RecordDefinition {
  return definition;
}

/** A component that is loaded when it is first rendered; `name` is its export. */
export function lazyComponent<Name extends string, Props>(
  load: () => Promise<Readonly<Record<Name, View<Props>>>>,
  name: Name,
): LazyExoticComponent<View<Props>> {
  return lazy(async () => ({ default: (await load())[name] }));
}
