import { GraphQLScalarType } from "graphql";
import { getMetadataStorage } from "type-graphql";

type Metadata = ReturnType<typeof getMetadataStorage>;
type InputMetadata = Metadata["inputTypes"][number];
type Values = Readonly<Record<string, unknown>>;

/** A field of an input or of a class of arguments. */
interface InputField {
  name: string;
  target: unknown;
}

/** A class of inputs or of arguments, with the fields of the classes that it extends. */
interface InputClass {
  target: InputMetadata["target"];
  fields: readonly InputField[];
}

/** Stands for a value that type-graphql has to convert. */
export const UNLIKE = Symbol("to be read by type-graphql");

const inputClasses = new Map<unknown, InputClass | null>();

function inputClassOf(target: unknown): InputClass | null {
  let known = inputClasses.get(target);
  if (known === undefined) {
    known = classIn(getMetadataStorage().inputTypes, target);
    inputClasses.set(target, known);
  }
  return known;
}

function classIn(declared: readonly InputMetadata[], target: unknown): InputClass | null {
  const own = declared.find((one) => one.target === target);
  if (!own) return null;
  const fields = new Map<string, InputField>();
  for (let at: unknown = target; typeof at === "function"; at = Object.getPrototypeOf(at)) {
    for (const { name, getType } of declared.find((one) => one.target === at)?.fields ?? [])
      if (!fields.has(name)) fields.set(name, { name, target: getType() });
  }
  return { target: own.target, fields: [...fields.values()] };
}

/** What makes an instance of a class of arguments from what a field was given; null where the class is none. */
export function argumentsConversion(target: unknown): ((args: Values) => unknown) | null {
  const type = classIn(getMetadataStorage().argumentTypes, target);
  return type && ((args) => instanceOf(type, args));
}

/** The value of an argument or of a field of an input, with instances of the classes of its inputs. */
export function convertInput(target: unknown, value: unknown): unknown {
  if (typeof value !== "object" || value === null) return value;
  if (Array.isArray(value)) {
    const items = value.map((item) => convertInput(target, item));
    return items.includes(UNLIKE) ? UNLIKE : items;
  }
  const type = inputClassOf(target);
  if (type) return instanceOf(type, value as Values);
  return target instanceof GraphQLScalarType || value instanceof Date ? value : UNLIKE;
}

function instanceOf({ target, fields }: InputClass, values: Values): unknown {
  const instance = Reflect.construct(target, []) as Record<string, unknown>;
  for (const { name, target: type } of fields) {
    const value = values[name];
    if (value === undefined) continue;
    const converted = convertInput(type, value);
    if (converted === UNLIKE) return UNLIKE;
    instance[name] = converted;
  }
  return instance;
}
