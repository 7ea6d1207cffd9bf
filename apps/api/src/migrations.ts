import type { MigrationInterface } from "typeorm";
import { Foundation1764000000001 } from "./migrations/1764000000001-foundation.js";
import { Accounts1764000000002 } from "./migrations/1764000000002-accounts.js";
import { Customers1764000000003 } from "./migrations/1764000000003-customers.js";
import { ContactsAndWork1764000000004 } from "./migrations/1764000000004-contacts-and-work.js";
import { Documents1764000000005 } from "./migrations/1764000000005-documents.js";
import { Files1764000000006 } from "./migrations/1764000000006-files.js";
import { KeysAndInvitations1764000000007 } from "./migrations/1764000000007-keys-and-invitations.js";
import { Transfers1764000000008 } from "./migrations/1764000000008-transfers.js";
import { Idempotency1764000000009 } from "./migrations/1764000000009-idempotency.js";
import { Merges1764000000010 } from "./migrations/1764000000010-merges.js";
import { Duplicates1764000000011 } from "./migrations/1764000000011-duplicates.js";
import { Erasure1764000000012 } from "./migrations/1764000000012-erasure.js";
import { FilesByContent1764000000013 } from "./migrations/1764000000013-files-by-content.js";
import { ImportConventions1764000000014 } from "./migrations/1764000000014-import-conventions.js";
import { TwoFactor1764000000015 } from "./migrations/1764000000015-two-factor.js";
import { AccessChanges1764000000016 } from "./migrations/1764000000016-access-changes.js";
import { LeftOutRows1764000000017 } from "./migrations/1764000000017-left-out-rows.js";
import { LeftOutRowsChecked1764000000018 } from "./migrations/1764000000018-left-out-rows-checked.js";
import { SavedViews1764000000020 } from "./migrations/1764000000020-saved-views.js";
import { ChangeFeed1764000000023 } from "./migrations/1764000000023-change-feed.js";
import { ChangeFeedOrder1764000000024 } from "./migrations/1764000000024-change-feed-order.js";
import { ListOrders1764000000026 } from "./migrations/1764000000026-list-orders.js";
import { PlanInPart1764000000027 } from "./migrations/1764000000027-plan-in-part.js";
import { Webhooks1764000000030 } from "./migrations/1764000000030-webhooks.js";
import { Uploads1764000000031 } from "./migrations/1764000000031-uploads.js";
import { Organisation1764000000033 } from "./migrations/1764000000033-organisation.js";
import { KeysByIndex1764000000034 } from "./migrations/1764000000034-keys-by-index.js";
import { FigureOrders1764000000035 } from "./migrations/1764000000035-figure-orders.js";
import { HashedTokens1764000000040 } from "./migrations/1764000000040-hashed-tokens.js";
import { ScopesOfPersons1764000000041 } from "./migrations/1764000000041-scopes-of-persons.js";
import { KnownDevices1764000000042 } from "./migrations/1764000000042-known-devices.js";
import { FeedByCommits1764000000050 } from "./migrations/1764000000050-feed-by-commits.js";
import { CitySearch1764000000060 } from "./migrations/1764000000060-city-search.js";
import { MissingAddresses1764000000070 } from "./migrations/1764000000070-missing-addresses.js";
import { SeenExports1764000000071 } from "./migrations/1764000000071-seen-exports.js";
import { LastActivity1764000000072 } from "./migrations/1764000000072-last-activity.js";
import { ColumnReasons1764000000075 } from "./migrations/1764000000075-column-reasons.js";
import { Installation1764000000080 } from "./migrations/1764000000080-installation.js";
import { LinesOfDocuments1764000000082 } from "./migrations/1764000000082-lines-of-documents.js";
import { LinesOfDocumentsChecked1764000000083 } from "./migrations/1764000000083-lines-of-documents-checked.js";
import { DemoRecords1764000000090 } from "./migrations/1764000000090-demo-records.js";
import { PartsLimits1764000000095 } from "./migrations/1764000000095-parts-limits.js";
import { JobHolders1764000000096 } from "./migrations/1764000000096-job-holders.js";
import { ActionNames1764000000097 } from "./migrations/1764000000097-action-names.js";
import { TaskMakers1764000000100 } from "./migrations/1764000000100-task-makers.js";
import { RecordTypes1764000000101 } from "./migrations/1764000000101-record-types.js";
import { AccessRoles1764000000103 } from "./migrations/1764000000103-access-roles.js";
import { UndecidedRows1764000000110 } from "./migrations/1764000000110-undecided-rows.js";
import { UndecidedRowsChecked1764000000111 } from "./migrations/1764000000111-undecided-rows-checked.js";
import { WireNames1764000000112 } from "./migrations/1764000000112-wire-names.js";
import { EarlierDemos1764000000113 } from "./migrations/1764000000113-earlier-demos.js";
import { ArrivingUploads1764000000114 } from "./migrations/1764000000114-arriving-uploads.js";
import { ExternalIds1764000000120 } from "./migrations/1764000000120-external-ids.js";
import { TrashOrder1764000000121 } from "./migrations/1764000000121-trash-order.js";
import { RecordAccess1764000000122 } from "./migrations/1764000000122-record-access.js";
import { ContactPoints1764000000130 } from "./migrations/1764000000130-contact-points.js";
import { Invitations1764000000134 } from "./migrations/1764000000134-invitations.js";

/** The history of the schema, oldest first; a new migration is a new line at the end. */
export const migrations: readonly (new () => MigrationInterface)[] = [
  Foundation1764000000001,
  Accounts1764000000002,
  Customers1764000000003,
  ContactsAndWork1764000000004,
  Documents1764000000005,
  Files1764000000006,
  KeysAndInvitations1764000000007,
  Transfers1764000000008,
  Idempotency1764000000009,
  Merges1764000000010,
  Duplicates1764000000011,
  Erasure1764000000012,
  FilesByContent1764000000013,
  ImportConventions1764000000014,
  TwoFactor1764000000015,
  AccessChanges1764000000016,
  LeftOutRows1764000000017,
  LeftOutRowsChecked1764000000018,
  SavedViews1764000000020,
  ChangeFeed1764000000023,
  ChangeFeedOrder1764000000024,
  ListOrders1764000000026,
  PlanInPart1764000000027,
  Webhooks1764000000030,
  Uploads1764000000031,
  Organisation1764000000033,
  KeysByIndex1764000000034,
  FigureOrders1764000000035,
  HashedTokens1764000000040,
  ScopesOfPersons1764000000041,
  KnownDevices1764000000042,
  FeedByCommits1764000000050,
  CitySearch1764000000060,
  MissingAddresses1764000000070,
  SeenExports1764000000071,
  LastActivity1764000000072,
  ColumnReasons1764000000075,
  Installation1764000000080,
  LinesOfDocuments1764000000082,
  LinesOfDocumentsChecked1764000000083,
  DemoRecords1764000000090,
  PartsLimits1764000000095,
  JobHolders1764000000096,
  ActionNames1764000000097,
  TaskMakers1764000000100,
  RecordTypes1764000000101,
  AccessRoles1764000000103,
  UndecidedRows1764000000110,
  UndecidedRowsChecked1764000000111,
  WireNames1764000000112,
  EarlierDemos1764000000113,
  ArrivingUploads1764000000114,
  ExternalIds1764000000120,
  TrashOrder1764000000121,
  RecordAccess1764000000122,
  ContactPoints1764000000130,
  Invitations1764000000134,
];
