/** Customers that may be there twice. */
export const duplicates = {
  "duplicates.title": "Possible duplicates",
  "duplicates.hint":
    "Customers that may have been entered twice, the most likely first. Pairs that you dismiss are not suggested again.",
  "duplicates.comparing": "Customers are still being compared; more pairs may appear.",
  "duplicates.one": "Customer",
  "duplicates.other": "Possible duplicate of",
  "duplicates.reasons": "Why",
  "duplicates.score": "Similarity",
  "duplicates.failed": "The possible duplicates could not be loaded.",
  "duplicates.none": "No duplicates found.",
  "duplicates.back": "Back to customers",
  "duplicates.tellApart": "Not a duplicate",
  "duplicates.dismissed": "“{one}” and “{other}” are not duplicates.",
  "duplicates.reason.SAME_TAX_ID": "Same tax ID",
  "duplicates.reason.SAME_EMAIL": "Same e-mail",
  "duplicates.reason.SAME_PHONE": "Same phone",
  "duplicates.reason.SAME_DOMAIN": "Same domain",
  "duplicates.reason.SIMILAR_NAME": "Similar name",
} as const;
