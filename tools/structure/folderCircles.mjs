import path from "node:path";

const IMPORT = /(?:from|import)\s*\(?\s*"(\.[^"]+)"/g;

/**
 * The imports between neighbouring folders that lie on a circle: A imports B although B, directly or by way of others,
 * imports A. Types count, as who reads the one folder must know the other. `files` maps paths to texts.
 */
export function folderCircles(files, base) {
  const arrowsOf = new Map();
  for (const [file, text] of files) {
    for (const [, target] of text.matchAll(IMPORT)) {
      const to = path.posix.join(path.posix.dirname(file), target);
      const arrow = betweenNeighbours(
        path.posix.relative(base, file),
        path.posix.relative(base, to),
      );
      if (!arrow) continue;
      const arrows = arrowsOf.get(arrow.parent) ?? new Map();
      arrowsOf.set(arrow.parent, arrows);
      arrows.set(arrow.from, (arrows.get(arrow.from) ?? new Set()).add(arrow.to));
    }
  }
  return [...arrowsOf].flatMap(([parent, arrows]) =>
    [...arrows].flatMap(([from, tos]) =>
      [...tos].filter((to) => reaches(arrows, to, from)).map((to) => ({ parent, from, to })),
    ),
  );
}

/** The folders next to one another that two files are in, and the folder around both; none for the same folder. */
function betweenNeighbours(file, target) {
  const from = file.split("/");
  const to = target.split("/");
  let depth = 0;
  while (from[depth] === to[depth] && depth < from.length - 1 && depth < to.length - 1) depth++;
  // A file of the folder around both is no folder.
  if (depth >= from.length - 1 || depth >= to.length - 1) return undefined;
  return { parent: from.slice(0, depth).join("/"), from: from[depth], to: to[depth] };
}

function reaches(arrows, from, to, seen = new Set()) {
  if (from === to) return true;
  if (seen.has(from)) return false;
  seen.add(from);
  return [...(arrows.get(from) ?? [])].some((next) => reaches(arrows, next, to, seen));
}
