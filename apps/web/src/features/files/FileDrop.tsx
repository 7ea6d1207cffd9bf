import { IconUpload } from "@tabler/icons-react";
import { useEffect, useEffectEvent, useRef, useState } from "react";
import { useT } from "../../i18n/useT.js";
import classes from "./FileDrop.module.css";
import { useUpload } from "./useUpload.js";

interface FileDropProps {
  customerId: string;
  /** Runs when files were dropped or pasted, to show where they go. */
  onUpload: () => void;
}

/** Takes files that are dropped anywhere on the page, or pasted. */
export function FileDrop({ customerId, onUpload }: FileDropProps) {
  const t = useT();
  const upload = useUpload(customerId);
  const [over, setOver] = useState(false);
  const depth = useRef(0);

  const take = useEffectEvent((files: readonly File[]) => {
    if (files.length === 0) return;
    upload(files);
    onUpload();
  });

  useEffect(() => {
    const carriesFiles = ({ dataTransfer }: DragEvent) =>
      dataTransfer?.types.includes("Files") ?? false;
    const enter = (event: DragEvent) => {
      if (!carriesFiles(event)) return;
      depth.current += 1;
      setOver(true);
    };
    const leave = (event: DragEvent) => {
      if (!carriesFiles(event)) return;
      depth.current = Math.max(0, depth.current - 1);
      if (depth.current === 0) setOver(false);
    };
    const hover = (event: DragEvent) => {
      if (carriesFiles(event)) event.preventDefault();
    };
    const drop = (event: DragEvent) => {
      if (!carriesFiles(event)) return;
      event.preventDefault();
      depth.current = 0;
      setOver(false);
      take([...(event.dataTransfer?.files ?? [])]);
    };
    const paste = ({ clipboardData }: ClipboardEvent) => take([...(clipboardData?.files ?? [])]);
    window.addEventListener("dragenter", enter);
    window.addEventListener("dragleave", leave);
    window.addEventListener("dragover", hover);
    window.addEventListener("drop", drop);
    window.addEventListener("paste", paste);
    return () => {
      window.removeEventListener("dragenter", enter);
      window.removeEventListener("dragleave", leave);
      window.removeEventListener("dragover", hover);
      window.removeEventListener("drop", drop);
      window.removeEventListener("paste", paste);
    };
  }, []);

  if (!over) return null;
  return (
    <div className={classes.over} aria-hidden="true">
      <div className={classes.target}>
        <IconUpload size={24} />
        {t("files.dropHere")}
      </div>
    </div>
  );
}
