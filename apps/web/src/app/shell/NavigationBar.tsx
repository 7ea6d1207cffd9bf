import { useNavigation } from "react-router";
import { useT } from "../../i18n/useT.js";
import { LoadingBar } from "../../ui/feedback/LoadingBar.js";
import { useDelayed } from "../../ui/feedback/useDelayed.js";

/** The bar under the header while the code of the next page comes. */
export function NavigationBar() {
  const t = useT();
  const { state } = useNavigation();
  const late = useDelayed(state !== "idle");
  return (
    <div style={{ height: 0, position: "relative", zIndex: 3 }}>
      <LoadingBar active={late} label={t("shell.loading")} />
    </div>
  );
}
