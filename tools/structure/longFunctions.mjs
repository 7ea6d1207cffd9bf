const MAX_LINES = 100;
const START = /^(?:export )?(?:default )?(?:async )?function (\w+)/;

/**
 * The functions at the top level of a module that are longer than 100 lines. The code is formatted, so that such a
 * function ends with the next line that is a brace alone.
 */
export function longFunctions(text) {
  const lines = text.split("\n");
  return lines.flatMap((line, start) => {
    const name = START.exec(line)?.[1];
    if (!name) return [];
    const size = lines.indexOf("}", start) - start + 1;
    return size > MAX_LINES ? [{ name, lines: size }] : [];
  });
}
