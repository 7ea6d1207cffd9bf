import {
  buildSchema,
  findBreakingChanges,
  GraphQLSchema,
  isObjectType,
  parse,
  print,
  visit,
} from "graphql";

const DEPRECATED = "deprecated";

interface Annotated {
  directives?: readonly { name: { value: string } }[] | undefined;
}

const hasDirective = ({ directives = [] }: Annotated, directive: string): boolean =>
  directives.some(({ name }) => name.value === directive);

const dropDeprecated = (node: Annotated) => (hasDirective(node, DEPRECATED) ? null : undefined);

// What was deprecated may go, and so may the enums and inputs that nothing else used.
function withoutDeprecated(sdl: string): GraphQLSchema {
  const document = visit(parse(sdl), {
    FieldDefinition: dropDeprecated,
    InputValueDefinition: dropDeprecated,
    EnumValueDefinition: dropDeprecated,
  });
  const config = buildSchema(print(document)).toConfig();
  return new GraphQLSchema({ ...config, types: config.types.filter(isObjectType) });
}

/** The fields of a schema that are null only where there is an error. */
function semanticallyNonNull(sdl: string): Set<string> {
  const fields = new Set<string>();
  visit(parse(sdl), {
    ObjectTypeDefinition({ name, fields: own = [] }) {
      for (const field of own) {
        const isNonNull = field.type.kind === "NonNullType";
        if (isNonNull || hasDirective(field, "semanticNonNull")) {
          fields.add(`${name.value}.${field.name.value}`);
        }
      }
    },
  });
  return fields;
}

/**
 * What a schema breaks for programs that were written for a released one, in sentences; both are given as SDL.
 * Removing what the released schema deprecates breaks nothing, and neither does adding.
 */
export function breakingChanges(released: string, current: string): string[] {
  const before = withoutDeprecated(released);
  const after = buildSchema(current);
  const nonNull = semanticallyNonNull(current);
  const nullable = [...semanticallyNonNull(released)].flatMap((field) => {
    const [type = "", name = ""] = field.split(".");
    const now = after.getType(type);
    const isThere = isObjectType(now) && Object.hasOwn(now.getFields(), name);
    return isThere && !nonNull.has(field) ? `${field} can now be null without an error.` : [];
  });
  return [...findBreakingChanges(before, after).map(({ description }) => description), ...nullable];
}
