import { type GraphQLSchema, graphql, graphqlSync } from "graphql";
import {
  Arg,
  Args,
  ArgsType,
  buildSchemaSync,
  Field,
  InputType,
  Int,
  Query,
  Resolver,
} from "type-graphql";
import { callResolversDirectly } from "./directResolvers.js";

@InputType()
class Named {
  @Field(() => String, { defaultValue: "nobody" })
  name!: string;
}

@InputType()
class Tree extends Named {
  @Field(() => [Int], { nullable: true })
  numbers?: number[] | null;

  @Field(() => Date, { nullable: true })
  since?: Date | null;

  @Field(() => Tree, { nullable: true })
  child?: Tree | null;

  @Field(() => [Tree], { nullable: true })
  children?: Tree[] | null;
}

@ArgsType()
class TreeArgs {
  @Field(() => Tree, { nullable: true })
  tree?: Tree | null;
}

@ArgsType()
class ForestArgs extends TreeArgs {
  @Field(() => [Tree], { nullable: true })
  trees?: Tree[] | null;

  @Field(() => Int, { nullable: true })
  first?: number | null;
}

function classesIn(value: unknown): unknown {
  if (typeof value !== "object" || value === null) return value;
  if (value instanceof Date) return value.toISOString();
  if (Array.isArray(value)) return value.map(classesIn);
  const fields = Object.entries(value).map(([key, inner]) => [key, classesIn(inner)]);
  return { class: value.constructor.name, ...Object.fromEntries(fields) };
}

@Resolver()
class Forest {
  @Query(() => String)
  forest(@Args(() => ForestArgs) given: ForestArgs): string {
    return JSON.stringify(classesIn(given));
  }

  @Query(() => String)
  fails(@Args(() => TreeArgs) { tree }: TreeArgs): string {
    throw new Error(`there is no ${tree?.name}`);
  }

  @Query(() => String)
  treeAndPage(
    @Args(() => TreeArgs) { tree }: TreeArgs,
    @Arg("other", () => Tree) other: Tree,
  ): string {
    return JSON.stringify(classesIn([tree, other]));
  }
}

const schemaOf = (): GraphQLSchema => buildSchemaSync({ resolvers: [Forest], validate: false });
const direct = schemaOf();
callResolversDirectly(direct, { resolvers: [Forest] });
const reference = schemaOf();

const TREE = `{ name: "a", numbers: [1, 2], since: "2026-03-02T14:05:11.000Z", child: { name: "b", child: null }, children: [{}, { numbers: [] }] }`;

test("what fails at once does not keep other fields from being executed", async () => {
  const executed: string[] = [];
  const contextValue = { meter: { countError: () => executed.push("error") } };
  const forest = direct.getQueryType()?.getFields().forest;
  if (!forest) throw new Error("the schema has no forest");
  const { resolve } = forest;
  forest.resolve = (...given) => {
    executed.push("forest");
    return resolve?.(...given);
  };
  const source = '{ fails(tree: { name: "oak" }) forest }';
  const { errors } = await graphql({ schema: direct, source, contextValue });
  forest.resolve = resolve;
  expect(errors?.map(({ message }) => message)).toEqual(["there is no oak"]);
  expect(executed).toEqual(["error", "forest"]);
});

test.each([
  "{ forest }",
  "{ forest(first: 3) }",
  "{ forest(tree: null, trees: []) }",
  `{ forest(tree: ${TREE}, trees: [${TREE}, {}], first: 2) }`,
  `{ treeAndPage(tree: ${TREE}, other: { name: "c" }) }`,
])("%s gets what type-graphql passes, without waiting for it", async (source) => {
  // Throws where a resolver makes a promise, as type-graphql's do.
  const { data, errors } = graphqlSync({ schema: direct, source });
  expect(errors).toBeUndefined();
  expect(data).toEqual((await graphql({ schema: reference, source })).data);
});
