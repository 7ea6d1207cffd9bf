import { readFileSync } from "node:fs";
import { buildASTSchema, Kind, parse, visit } from "graphql";

const isSemanticNonNull = ({ name }) => name.value === "semanticNonNull";

function enter(node) {
  if (node.kind !== Kind.FIELD_DEFINITION || !node.directives?.some(isSemanticNonNull)) return;
  return { ...node, type: { kind: Kind.NON_NULL_TYPE, type: node.type } };
}

/**
 * A codegen loader: the schema as the app sees it. Apollo hands on no data with errors, so that a field which is null
 * only where there is an error is never null here.
 */
export default (path) => buildASTSchema(visit(parse(readFileSync(path, "utf8")), { enter }));
