import { eventPrefix, type RecordType } from "@clientela/shared/records/recordActions";
import { RECORD_KINDS } from "@clientela/shared/records/recordKinds";
import type { Context } from "../../platform/context.js";
import type { Issue } from "../../platform/errors.js";
import { recordedTypes } from "../../platform/records/recordTypes.js";
import { readsAllOf } from "../activity/historyAccess.js";

const EVERYTHING = "*";

const allOf = (type: RecordType): string => `${eventPrefix(type)}.*`;

const eventsOf = (type: RecordType): string[] =>
  RECORD_KINDS[type].actions.map((action) => `${eventPrefix(type)}.${action}`);

/** Every event that there is, by the names that mean several as well. */
export function knownEvents({ app }: Context): string[] {
  const known = recordedTypes(app.registry);
  return [EVERYTHING, ...known.flatMap((type) => [allOf(type), ...eventsOf(type)])];
}

// The record types that an event is about; none for an unknown event.
function typesOf({ app }: Context, event: string): RecordType[] {
  return recordedTypes(app.registry).filter(
    (type) => event === EVERYTHING || event === allOf(type) || eventsOf(type).includes(event),
  );
}

// The events of the record type that seems meant, or the record types.
function eventsNear({ app }: Context, event: string): string[] {
  const known = recordedTypes(app.registry);
  const [prefix = ""] = event.split(".");
  const meant = known.find((type) => eventPrefix(type) === prefix);
  return meant ? [...eventsOf(meant), allOf(meant)] : [...known.map(allOf), EVERYTHING];
}

/**
 * What is wrong with what a webhook is to be notified of, each by its index: what is no event, and records that the
 * caller may not read. Whoever may make webhooks hears no more through them than otherwise.
 */
export function eventIssues(context: Context, events: readonly string[]): Issue[] {
  const hidden = new Map(hiddenEvents(context, events).map((issue) => [issue.path, issue]));
  return events.flatMap((event, index) => {
    const path = String(index);
    if (typesOf(context, event).length > 0) return hidden.get(path) ?? [];
    return [
      { path, code: "unknown_event", params: { known: eventsNear(context, event).join(", ") } },
    ];
  });
}

/** The events about records that the caller may not read, each by its index. */
export function hiddenEvents(context: Context, events: readonly string[]): Issue[] {
  return events.flatMap((event, index) =>
    typesOf(context, event).every((type) => readsAllOf(context, type))
      ? []
      : [{ path: String(index), code: "beyond_role" }],
  );
}
