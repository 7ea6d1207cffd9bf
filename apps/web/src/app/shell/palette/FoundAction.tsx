import { Spotlight } from "@mantine/spotlight";
import { useNavigate } from "react-router";
import { FoundDetails } from "../../search/FoundDetails.js";
import { type FoundRecord, pathOf } from "../../search/foundRecords.js";

/** A record in the palette, which opens it. */
export function FoundAction({ found }: { found: FoundRecord }) {
  const navigate = useNavigate();
  return (
    <Spotlight.Action onClick={() => navigate(pathOf(found))}>
      <FoundDetails found={found} />
    </Spotlight.Action>
  );
}
