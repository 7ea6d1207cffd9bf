import classes from "./Avatar.module.css";

const tones = ["blue", "violet", "green", "amber", "red", "grey"] as const;

/** The initials of a company or person on a ground of their own, always the same for a name. */
export function Avatar({ name, size = 40 }: { name: string; size?: number }) {
  const tone = tones[[...name].reduce((sum, sign) => sum + (sign.codePointAt(0) ?? 0), 0) % 6];
  return (
    <span
      className={classes.avatar}
      data-tone={tone}
      style={{ width: size, height: size, fontSize: Math.round(size * 0.38) }}
      aria-hidden="true"
    >
      {initialsOf(name)}
    </span>
  );
}

const small = /^(d[aeo]s?|e|y|of|and|the|de)$/i;

/** The first letters of the first two telling words: "Padaria do Zé" is PZ. */
export function initialsOf(name: string): string {
  const words = name.split(/[^\p{L}\p{N}]+/u).filter((word) => word && !small.test(word));
  return words
    .slice(0, 2)
    .map((word) => [...word][0]?.toUpperCase())
    .join("");
}
