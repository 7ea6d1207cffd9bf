/** Customers that may be there twice. */
export const duplicates = {
  "duplicates.title": "Likely duplicates",
  "duplicates.hint":
    "Customers that may be there twice, the likeliest first. What you tell apart is not proposed again.",
  "duplicates.comparing": "Customers are being compared; more pairs may come.",
  "duplicates.one": "Customer",
  "duplicates.other": "May be the same as",
  "duplicates.reasons": "Why",
  "duplicates.score": "Likeness",
  "duplicates.failed": "The likely duplicates could not be loaded.",
  "duplicates.none": "No two customers look like one.",
  "duplicates.back": "To the customers",
  "duplicates.tellApart": "Not a duplicate",
  "duplicates.dismissed": "“{one}” and “{other}” are not the same.",
  "duplicates.reason.SAME_TAX_ID": "Same tax ID",
  "duplicates.reason.SAME_EMAIL": "Same e-mail",
  "duplicates.reason.SAME_PHONE": "Same phone",
  "duplicates.reason.SAME_DOMAIN": "Same domain",
  "duplicates.reason.SIMILAR_NAME": "Similar name",
} as const;
