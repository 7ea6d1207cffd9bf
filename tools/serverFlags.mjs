/** How Node runs the server. Where there is much memory, Node would rather take it than clean up what it holds. */
export const SERVER_FLAGS = ["--enable-source-maps", "--max-old-space-size=384"];
