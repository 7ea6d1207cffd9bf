/** What a text from elsewhere says in JSON, still to be checked by a schema; undefined where it is none. */
export function parsedJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
