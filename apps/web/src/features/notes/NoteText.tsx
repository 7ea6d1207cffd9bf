import { Fragment, type ReactNode } from "react";
import classes from "./NoteCard.module.css";

const LINK = /(https?:\/\/[^\s<>"']*[^\s<>"'.,;:!?)\]])/g;

const isLink = (part: string) => part.startsWith("http://") || part.startsWith("https://");

/** A note's text: addresses of the web are links, and those whom it mentions stand out. */
export function NoteText({
  text,
  mentions,
}: {
  text: string;
  mentions: readonly { name: string }[];
}) {
  const names = mentions.map(({ name }) => `@${name}`).sort((a, b) => b.length - a.length);
  return (
    <p className={classes.text}>
      {partsOf(text).map(({ start, part }) =>
        isLink(part) ? (
          <a key={start} href={part} target="_blank" rel="noopener noreferrer nofollow">
            {part}
          </a>
        ) : (
          <Fragment key={start}>{withMentions(part, names)}</Fragment>
        ),
      )}
    </p>
  );
}

/** A text in links and what stands between them, each with where it starts. */
function partsOf(text: string): { start: number; part: string }[] {
  let start = 0;
  return text.split(LINK).map((part) => {
    const placed = { start, part };
    start += part.length;
    return placed;
  });
}

function withMentions(text: string, names: readonly string[]): ReactNode {
  const place = names.map((name) => text.indexOf(name)).filter((at) => at >= 0);
  if (place.length === 0) return text;
  const at = Math.min(...place);
  const name = names.find((one) => text.startsWith(one, at)) ?? "";
  return (
    <>
      {text.slice(0, at)}
      <strong className={classes.mention}>{name}</strong>
      {withMentions(text.slice(at + name.length), names)}
    </>
  );
}
