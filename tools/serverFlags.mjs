const sourceMaps = new URL("sourceMaps.mjs", import.meta.url).href;

/**
 * How Node runs the server. Where there is much memory, Node would rather take it than clean up what it holds: of
 * what lives for one request alone, and of the rest.
 */
export const SERVER_FLAGS = [
  "--import",
  sourceMaps,
  "--max-semi-space-size=32",
  "--max-old-space-size=384",
];
