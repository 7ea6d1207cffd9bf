/** How many customers can be compared side by side. */
export const mostMerged = 5;
