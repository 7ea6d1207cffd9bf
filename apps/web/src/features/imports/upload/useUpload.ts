import type { SheetRecordType } from "@clientela/shared/sheetRegister";
import { useEffect, useRef, useState } from "react";
import { useNavigate } from "react-router";
import { paths } from "../../../paths.js";
import { EmptyFileError, uploadFile } from "../../../upload/uploadFile.js";
import { useImportEdits } from "../importEdits.js";

/** A file on its way to the server. */
export interface UploadState {
  file: File | undefined;
  /** How much of it has been sent, from 0 to 1. */
  share: number;
  /** Why the last one did not arrive. */
  failure: unknown;
  start: (file: File) => void;
  cancel: () => void;
}

/** Sends a file, makes an import of it, and goes to that import's page. */
export function useUpload(recordType: SheetRecordType): UploadState {
  const navigate = useNavigate();
  const edits = useImportEdits();
  const [file, setFile] = useState<File>();
  const [share, setShare] = useState(0);
  const [failure, setFailure] = useState<unknown>();
  const running = useRef<AbortController>(undefined);

  useEffect(() => () => running.current?.abort(), []);

  async function send(chosen: File, controller: AbortController) {
    const fileId = await uploadFile(chosen, setShare, controller.signal);
    const id = await edits.create(fileId, recordType);
    if (!controller.signal.aborted) {
      await navigate(paths.import(id, "match"), { replace: true });
    }
  }

  function start(chosen: File) {
    running.current?.abort();
    const controller = new AbortController();
    running.current = controller;
    setFailure(undefined);
    if (chosen.size === 0) {
      setFailure(new EmptyFileError(chosen.name));
      return;
    }
    setFile(chosen);
    setShare(0);
    send(chosen, controller).catch((thrown: unknown) => {
      if (controller.signal.aborted) return;
      setFailure(thrown);
      setFile(undefined);
    });
  }

  function cancel() {
    running.current?.abort();
    setFile(undefined);
  }

  return { file, share, failure, start, cancel };
}
