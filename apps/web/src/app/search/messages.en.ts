/** The search of records of all kinds: what the palette finds, and its page. */
export const search = {
  "search.title": "Search",
  "search.titleOf": "Results for “{text}”",
  "search.field": "Search all records",
  "search.placeholder": "A name, title, number, tax ID, e-mail or phone",
  "search.type": "Type",
  "search.allTypes": "All types",
  "search.results": "Results",
  "search.recent": "Recently opened customers",
  "search.all": "All results for “{text}”",
  "search.none": "Nothing found for “{text}”.",
  "search.noneHint": "Check the spelling, or search for a part of it.",
  "search.hint": "Customers, contacts, projects, tasks, deals, documents and files are searched.",
  "search.most": "Only the {count} best results are listed. Add a word to find others.",
  "search.failed": "The search failed.",
} as const;
