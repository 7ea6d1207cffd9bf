import { MAX_LINES } from "@clientela/shared/documents/documentLines";
import type { Permission } from "@clientela/shared/records/roles";
import { type ClassType, Ctx, FieldResolver, Resolver, Root } from "type-graphql";
import type { Context } from "../../platform/context.js";
import { Usually } from "../../platform/graph/cost/listSize.js";
import { DependsOn } from "../../platform/performance/lookAhead.js";
import { Allow } from "../../platform/security/authorize.js";
import type { linesByDocument } from "./line.service.js";
import {
  DocumentLine,
  DocumentTax,
  FirstLines,
  taxesOf,
  toLine,
  USUAL_LINES,
  USUAL_RATES,
} from "./line.type.js";

/** From a document to its lines, and to their tax by rate. */
export function lineEdges<Document extends { id: string; currency: string }>(
  type: ClassType<Document>,
  read: Permission,
  linesOf: ReturnType<typeof linesByDocument>,
) {
  @Resolver(() => type)
  class LineEdges {
    @DependsOn<{ currency: string }>("currency")
    @Allow(read)
    @Usually(USUAL_LINES)
    @FieldResolver(() => [DocumentLine], { description: "Its lines, in their order." })
    async lines(
      @Root() { id, currency }: Document,
      @FirstLines() first: number | null,
      @Ctx() context: Context,
    ): Promise<DocumentLine[]> {
      const lines = await context.load(linesOf, id, first ?? MAX_LINES);
      return lines.map((line) => toLine(line, currency));
    }

    @DependsOn<{ currency: string }>("currency")
    @Allow(read)
    @Usually(USUAL_RATES)
    @FieldResolver(() => [DocumentTax], {
      description: "Its tax for each rate above 0, the lowest first; they add up to `tax`.",
    })
    async taxes(
      @Root() { id, currency }: Document,
      @Ctx() context: Context,
    ): Promise<DocumentTax[]> {
      return taxesOf(await context.load(linesOf, id, MAX_LINES), currency);
    }
  }
  return LineEdges;
}
