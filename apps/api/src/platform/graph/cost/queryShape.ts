import {
  type DocumentNode,
  type FragmentDefinitionNode,
  GraphQLError,
  Kind,
  parse,
  type SelectionSetNode,
  visit,
} from "graphql";

/** Limits on the shape of a query, whatever its cost. */
export interface ShapeLimits {
  /** Levels of fields, introspection aside. */
  depth: number;
  aliases: number;
  /** Fields of the operation itself, and the mutations among them. */
  rootFields: number;
  mutations: number;
  directives: number;
  /** Fields after fragments are expanded. */
  fields: number;
}

/** The app and the introspection of tools stay well below. */
export const SHAPE_LIMITS: ShapeLimits = {
  depth: 10,
  aliases: 50,
  rootFields: 30,
  mutations: 10,
  directives: 50,
  fields: 2_000,
};

/** The maximum number of tokens of a query; the parser stops there. */
export const MAX_TOKENS = 5_000;

function refuse(what: keyof ShapeLimits, cost: number, limit: number): never {
  throw new GraphQLError(`The query has too many ${what} (${cost}); the limit is ${limit}.`, {
    extensions: { code: "QUERY_TOO_COMPLEX", what, cost, limit, http: { status: 400 } },
  });
}

interface Extent {
  depth: number;
  fields: number;
}

/** Measures selections with fragments expanded; a fragment is measured once however often it is spread. */
class Tape {
  private readonly known = new Map<string, Extent>();
  private readonly fragments: Map<string, FragmentDefinitionNode>;

  constructor(document: DocumentNode) {
    this.fragments = new Map(
      document.definitions
        .filter((definition) => definition.kind === Kind.FRAGMENT_DEFINITION)
        .map((fragment) => [fragment.name.value, fragment]),
    );
  }

  extentOf(set: SelectionSetNode | undefined): Extent {
    const extent = { depth: 0, fields: 0 };
    for (const selection of set?.selections ?? []) {
      const isField = selection.kind === Kind.FIELD;
      const inner =
        selection.kind === Kind.FRAGMENT_SPREAD
          ? this.extentOfFragment(selection.name.value)
          : this.extentOf(selection.selectionSet);
      // The introspection query of tools is deep by itself.
      const deep = isField && selection.name.value.startsWith("__") ? 0 : inner.depth;
      extent.depth = Math.max(extent.depth, deep + (isField ? 1 : 0));
      extent.fields += inner.fields + (isField ? 1 : 0);
    }
    return extent;
  }

  private extentOfFragment(name: string): Extent {
    const known = this.known.get(name);
    if (known) return known;
    // A fragment that spreads itself is refused by validation; here it must only come to an end.
    this.known.set(name, { depth: 0, fields: 0 });
    const extent = this.extentOf(this.fragments.get(name)?.selectionSet);
    this.known.set(name, extent);
    return extent;
  }
}

const MAX_KNOWN = 1_000;
const known = new Set<string>();

/**
 * Refuses a query whose shape alone would cost too much to validate or execute, in time linear to its
 * text: validation itself compares all fields of a name with one another. Syntax errors
 * are left to the server, which reports their positions.
 */
export function assertModestQuery(source: string): void {
  if (known.has(source)) return;
  let document: DocumentNode;
  try {
    document = parse(source, { maxTokens: MAX_TOKENS, noLocation: true });
  } catch (error) {
    // The parser is recursive, so the stack limits the depth.
    if (error instanceof RangeError) refuse("depth", MAX_TOKENS, SHAPE_LIMITS.depth);
    return;
  }
  assertModestShape(document);
  if (known.size >= MAX_KNOWN) known.clear();
  known.add(source);
}

function assertModestShape(document: DocumentNode, limits: ShapeLimits = SHAPE_LIMITS): void {
  let aliases = 0;
  let directives = 0;
  visit(document, {
    Field: (node) => {
      if (node.alias) aliases += 1;
    },
    Directive: () => {
      directives += 1;
    },
  });
  if (aliases > limits.aliases) refuse("aliases", aliases, limits.aliases);
  if (directives > limits.directives) refuse("directives", directives, limits.directives);
  const tape = new Tape(document);
  for (const definition of document.definitions) {
    if (definition.kind !== Kind.OPERATION_DEFINITION) continue;
    const roots = definition.selectionSet.selections.length;
    if (roots > limits.rootFields) refuse("rootFields", roots, limits.rootFields);
    if (definition.operation === "mutation" && roots > limits.mutations) {
      refuse("mutations", roots, limits.mutations);
    }
    const { depth, fields } = tape.extentOf(definition.selectionSet);
    if (depth > limits.depth) refuse("depth", depth, limits.depth);
    if (fields > limits.fields) refuse("fields", fields, limits.fields);
  }
}
