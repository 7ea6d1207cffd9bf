import type { RecordTypeValue } from "@clientela/shared/records/recordActions";
import { RECORD_KINDS } from "@clientela/shared/records/recordKinds";
import { Args, Ctx, FieldResolver, Query, Resolver, Root } from "type-graphql";
import type { Context } from "../../platform/context.js";
import { Forbidden, Invalid } from "../../platform/errors.js";
import { type SelectedColumns, Selection } from "../../platform/performance/lookAhead.js";
import type { SearchKind } from "../../platform/records/searchKind.js";
import { Allow, allows } from "../../platform/security/authorize.js";
import { Node } from "../../platform/types/record.js";
import { RecordTypeEnum } from "../../platform/types/recordType.js";
import { Customer } from "../customers/customer.entity.js";
import { customerById } from "../customers/customer.loaders.js";
import { SearchArgs } from "./search.input.js";
import { MAX_RESULTS, SearchResult, SearchResults } from "./search.type.js";
import { searchRecords } from "./searchRecords.js";

const MAX_TEXT = 200;

const typeOf = ({ recordType }: SearchKind) => RECORD_KINDS[recordType].value;

/** Finds records of all kinds by text. */
@Resolver(() => SearchResult)
export class SearchResolver {
  @Allow("signed-in")
  @Query(() => SearchResults, {
    description:
      "Records of all kinds that a text is found in: names, titles, numbers, tax IDs, e-mail addresses, phones, references, notes and conversations.",
  })
  async search(
    @Args(() => SearchArgs) { text, first, types }: SearchArgs,
    @Ctx() context: Context,
  ): Promise<SearchResults> {
    if (text.length > MAX_TEXT)
      throw new Invalid([{ path: "text", code: "too_long", params: { max: MAX_TEXT } }]);
    if (first < 0 || first > MAX_RESULTS)
      throw new Invalid([{ path: "first", code: "too_many", params: { max: MAX_RESULTS } }]);
    const kinds = kindsOf(context, types);
    const nodes = await searchRecords(context, kinds, text, first);
    return { nodes };
  }

  @Allow("signed-in")
  @FieldResolver(() => RecordTypeEnum, { description: "The record's type." })
  type(@Root() { recordType }: SearchResult): RecordTypeValue {
    return RECORD_KINDS[recordType].value;
  }

  @Allow("signed-in")
  @FieldResolver(() => Node, {
    nullable: true,
    description: "The record; null if it was deleted meanwhile.",
  })
  record(
    @Root() { id, recordType }: SearchResult,
    @Ctx() context: Context,
  ): Promise<Node | null> | null {
    const kind = context.app.registry.recordTypes.get(recordType);
    return kind ? context.loadForViewer(kind.byId, id) : null;
  }

  @Allow("customers:read")
  @FieldResolver(() => Customer, {
    nullable: true,
    description:
      "The customer that it belongs to, or that it is; null for an assigned task of a customer that the caller does not see.",
  })
  customer(
    @Root() { customerId }: SearchResult,
    @Selection() selection: SelectedColumns<Customer>,
    @Ctx() context: Context,
  ): Promise<Customer | null> {
    return context.load(customerById, customerId, selection);
  }
}

/** The kinds of record to search: those of the types, which the caller must be allowed to read, or all that they are. */
function kindsOf(
  { app: { registry }, actor }: Context,
  types: readonly RecordTypeValue[] | null | undefined,
): readonly SearchKind[] {
  const mayRead = ({ recordType }: SearchKind) => {
    const kind = registry.recordTypes.get(recordType);
    return kind !== undefined && allows(actor, [kind.permission]);
  };
  if (!types) return registry.searchKinds.filter(mayRead);
  const named = [...new Set(types)].map((type, index) => {
    const kind = registry.searchKinds.find((one) => typeOf(one) === type);
    if (!kind) {
      const params = { allowed: registry.searchKinds.map(typeOf).join(", ") };
      throw new Invalid([{ path: `types.${index}`, code: "invalid_choice", params }]);
    }
    const permission = registry.recordTypes.get(kind.recordType)?.permission;
    if (!mayRead(kind)) throw new Forbidden(permission ?? "signed-in", `types.${index}`);
    return kind;
  });
  return registry.searchKinds.filter((kind) => named.includes(kind));
}
