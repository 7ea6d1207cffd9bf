import { type ClassType, Ctx, Directive, Field, Int, ObjectType } from "type-graphql";
import type { Context } from "../context.js";
import type { StoredRecord } from "../types/record.js";
import { CountEstimate } from "./countEstimate.js";

/** The position of a page in its list. */
@Directive("@shareable")
@ObjectType({ description: "Where a page stands in its list." })
export class PageInfo {
  @Field(() => Boolean, { description: "Whether more come after this page." })
  hasNextPage!: boolean;

  @Field(() => Boolean, { description: "Whether more come before this page." })
  hasPreviousPage!: boolean;

  @Field(() => String, { nullable: true, description: "The cursor of the first record." })
  startCursor!: string | null;

  @Field(() => String, { nullable: true, description: "The cursor of the last record." })
  endCursor!: string | null;
}

/** A record in a page, with the cursor of its position. */
export interface Edge<Row> {
  cursor: string;
  node: Row;
}

/** One page of a list; `totalCount` and `estimatedCount` are only computed when they are selected. */
export interface Connection<Row> {
  edges: Edge<Row>[];
  nodes: Row[];
  pageInfo: PageInfo;
  count: (context: Context) => Promise<number>;
  /** For lists that can be long; others are counted. */
  estimate?: (context: Context) => Promise<CountEstimate>;
}

/** Creates the GraphQL types `<Name>Connection` and `<Name>Edge` of a record type. */
export function connectionOf<Row extends StoredRecord | object>(
  type: ClassType<Row>,
  name: string = type.name,
): ClassType<Connection<Row>> {
  @ObjectType(`${name}Edge`, { description: `A ${name} in a page.` })
  class RowEdge implements Edge<Row> {
    @Field(() => String, { description: "Stands for this place in the list; opaque." })
    cursor!: string;

    @Field(() => type, { description: "The record." })
    node!: Row;
  }

  @ObjectType(`${name}Connection`, { description: `One page of a list of ${name} records.` })
  class RowConnection implements Connection<Row> {
    @Field(() => [RowEdge], { description: "The records with their cursors." })
    edges!: Edge<Row>[];

    @Field(() => [type], { description: "The records alone." })
    nodes!: Row[];

    @Field(() => PageInfo, { description: "Where this page stands." })
    pageInfo!: PageInfo;

    count!: (context: Context) => Promise<number>;
    estimate?: (context: Context) => Promise<CountEstimate>;

    @Field(() => Int, {
      description: "How many there are in all pages; computed only when selected.",
    })
    totalCount(@Ctx() context: Context): Promise<number> {
      return this.count(context);
    }

    @Field(() => CountEstimate, {
      description:
        "How many there are in all pages, counted up to 10,000 and estimated beyond, where `totalCount` takes longer the more there are.",
    })
    async estimatedCount(@Ctx() context: Context): Promise<CountEstimate> {
      return this.estimate
        ? this.estimate(context)
        : { value: await this.count(context), exact: true };
    }
  }
  return RowConnection;
}
