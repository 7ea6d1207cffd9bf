import type { ApolloServerOptionsWithGateway } from "@apollo/server";
import {
  type DocumentNode,
  type ExecutionResult,
  execute,
  GraphQLError,
  type GraphQLSchema,
  getOperationAST,
  getVariableValues,
  type OperationDefinitionNode,
  OperationTypeNode,
  TypeInfo,
  visit,
  visitWithTypeInfo,
} from "graphql";
import { type CompiledQuery, compileQuery, isCompiledQuery } from "graphql-jit";
import type { RequestContext } from "../request/requestContext.js";
import { withDefaults } from "./inputDefaults.js";

type Gateway = NonNullable<ApolloServerOptionsWithGateway<RequestContext>["gateway"]>;
const MOST_COMPILED = 300;

type Variables = Record<string, unknown>;

interface Request {
  document: DocumentNode;
  operationName: string | null;
  variables: Variables;
  context: unknown;
}

/** Executes operations: a query that comes again is compiled, everything else is walked through. */
class Executor {
  private readonly seen = new WeakSet<OperationDefinitionNode>();
  /** What was used last at the end; null for what cannot be compiled. */
  private readonly compiled = new Map<OperationDefinitionNode, CompiledQuery["query"] | null>();

  constructor(
    private readonly schema: GraphQLSchema,
    private readonly maxCoercionErrors: number,
  ) {}

  async execute({
    document,
    operationName,
    variables,
    context,
  }: Request): Promise<ExecutionResult> {
    const { schema } = this;
    const operation = getOperationAST(document, operationName);
    const query = operation && this.compiledOf(operation, document, operationName);
    if (!query)
      return execute({
        schema,
        document,
        operationName,
        variableValues: variables,
        contextValue: context,
        options: { maxCoercionErrors: this.maxCoercionErrors },
      });
    const definitions = operation.variableDefinitions ?? [];
    const { errors } = getVariableValues(schema, definitions, variables, {
      maxErrors: this.maxCoercionErrors,
    });
    if (errors) return { errors };
    const given = withDefaults(schema, definitions, variables);
    const result = await query(undefined, context, given);
    if (!result.errors) return result;
    return { ...result, errors: result.errors.map((error) => asThrown(error, document)) };
  }

  // Compiling takes longer than an execution, so that nobody can make the server compile ever new queries cheaply.
  private compiledOf(
    operation: OperationDefinitionNode,
    document: DocumentNode,
    operationName: string | null,
  ): CompiledQuery["query"] | null {
    if (operation.operation !== OperationTypeNode.QUERY) return null;
    if (!this.seen.has(operation)) {
      this.seen.add(operation);
      return null;
    }
    const known = this.compiled.get(operation);
    const query = known === undefined ? this.compile(document, operationName) : known;
    this.compiled.delete(operation);
    this.compiled.set(operation, query);
    const [longestUnused] = this.compiled.keys();
    if (longestUnused && this.compiled.size > MOST_COMPILED) this.compiled.delete(longestUnused);
    return query;
  }

  private compile(document: DocumentNode, operationName: string | null) {
    if (hasVariablesInScalars(this.schema, document)) return null;
    const compiled = compileQuery(this.schema, document, operationName ?? undefined, {
      // What is no scalar of our own is written as it stands; that it stands right, tests hold for every field.
      disableLeafSerialization: true,
    });
    return isCompiledQuery(compiled) ? compiled.query : null;
  }
}

// Compiled code reads the literal of a scalar once, without the variables that may stand inside of it.
function hasVariablesInScalars(schema: GraphQLSchema, document: DocumentNode): boolean {
  const types = new TypeInfo(schema);
  let found = false;
  const Variable = () => {
    // Of what is inside of a scalar the schema knows no type.
    found ||= !types.getInputType();
  };
  visit(document, visitWithTypeInfo(types, { Variable }));
  return found;
}

// Compiled code has errors of its own, without extensions.
function asThrown(error: GraphQLError, { loc }: DocumentNode): GraphQLError {
  if (!loc) throw new Error("the parser keeps where things stand");
  const { source } = loc;
  const lines = [
    0,
    ...[...source.body.matchAll(/\r\n|[\n\r]/g)].map((end) => end.index + end[0].length),
  ];
  return new GraphQLError(error.message, {
    source,
    positions: (error.locations ?? []).map(
      ({ line, column }) => (lines[line - 1] ?? 0) + column - 1,
    ),
    path: error.path,
    originalError: error.originalError,
  });
}

/** Lets Apollo Server execute operations as compiled code, by the hook that it has for gateways. */
export function compiledExecution(schema: GraphQLSchema, maxCoercionErrors: number): Gateway {
  const executor = new Executor(schema, maxCoercionErrors);
  return {
    onSchemaLoadOrUpdate(tell) {
      tell({ apiSchema: schema, coreSupergraphSdl: "" });
      return () => undefined;
    },
    load: async () => ({
      executor: ({ document, operationName, request, context }) =>
        executor.execute({
          document,
          operationName,
          variables: request.variables ?? {},
          context,
        }),
    }),
    stop: async () => undefined,
  };
}
