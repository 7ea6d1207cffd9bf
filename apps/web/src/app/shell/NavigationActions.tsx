import { useNavigate } from "react-router";
import { useT } from "../../i18n/useT.js";
import { useViewer } from "../../session/viewer.js";
import { useAction } from "../../ui/shortcuts/useAction.js";
import { financeItems, footItems, type NavigationItem, workItems } from "./navigation.js";

/** What the navigation leads to, as actions of the palette with their keys. */
export function NavigationActions() {
  return [...workItems, ...financeItems, ...footItems].map((item) => (
    <NavigationAction key={item.to} item={item} />
  ));
}

function NavigationAction({ item }: { item: NavigationItem }) {
  const t = useT();
  const navigate = useNavigate();
  const { permissions } = useViewer();
  useAction(t(item.action ?? item.label), () => navigate(item.to), {
    keys: item.keys,
    group: t("ui.anywhere"),
    enabled: !item.needs || permissions.has(item.needs),
  });
  return null;
}
