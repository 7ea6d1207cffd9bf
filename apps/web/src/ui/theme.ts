import { type CSSVariablesResolver, createTheme, type MantineColorsTuple } from "@mantine/core";

const brand: MantineColorsTuple = [
  "#eef1ff",
  "#dfe5ff",
  "#bfcbff",
  "#9badff",
  "#7b90fb",
  "#6078f0",
  "#5069e6",
  "#4459d6",
  "#3d50c6",
  "#3545ad",
];

// The library reads greys by index; these put the measured tokens where it looks for them.
const gray: MantineColorsTuple = [
  "#f7f8fa",
  "#eff1f4",
  "#e9ebef",
  "#e3e6ea",
  "#cbd0d6",
  "#868f99",
  "#66707a",
  "#59636e",
  "#2a3038",
  "#1b1f24",
];
const dark: MantineColorsTuple = [
  "#e6e8eb",
  "#c8cdd3",
  "#a3abb5",
  "#98a1ab",
  "#3a4149",
  "#343b43",
  "#2b3138",
  "#1d2126",
  "#181b20",
  "#121519",
];
const red: MantineColorsTuple = [
  "#ffe0de",
  "#ffc9c5",
  "#ffb3ae",
  "#ff9a94",
  "#f07a73",
  "#dd5750",
  "#cc3f38",
  "#bf2f28",
  "#b6251f",
  "#b01c16",
];

const tones = {
  light: {
    green: ["#0f5622", "#d3f5da"],
    amber: ["#6f4600", "#ffefb8"],
    red: ["#9f1811", "#ffe0de"],
    blue: ["#0d4285", "#d0e6ff"],
    violet: ["#4d2c93", "#e7ddff"],
    grey: ["#2a3038", "#eff1f4"],
  },
  dark: {
    green: ["#a5e8b4", "#123d20"],
    amber: ["#ffd97a", "#453108"],
    red: ["#ffb3ae", "#571a17"],
    blue: ["#a9d1ff", "#153a66"],
    violet: ["#d3c0ff", "#3c2a6b"],
    grey: ["#d3d8dd", "#343b43"],
  },
} as const;

function toneVariables(scheme: keyof typeof tones): Record<string, string> {
  return Object.fromEntries(
    Object.entries(tones[scheme]).flatMap(([tone, [text, ground]]) => [
      [`--tone-${tone}`, text],
      [`--tone-${tone}-ground`, ground],
    ]),
  );
}

/** The design tokens as CSS variables: the library's own names, and `--c-…` and `--tone-…` for ours. */
export const cssVariables: CSSVariablesResolver = () => ({
  variables: { "--motion": "120ms" },
  light: {
    "--mantine-color-body": "#fff",
    "--mantine-color-text": "#1b1f24",
    "--mantine-color-dimmed": "#59636e",
    "--mantine-color-placeholder": "#66707a",
    "--mantine-color-anchor": "#3545ad",
    "--mantine-color-error": "#b01c16",
    "--mantine-color-default": "#fff",
    "--mantine-color-default-hover": "#f7f8fa",
    "--mantine-color-default-color": "#1b1f24",
    "--mantine-color-default-border": "#e3e6ea",
    "--mantine-color-disabled": "#eff1f4",
    "--mantine-color-disabled-color": "#59636e",
    "--mantine-color-disabled-border": "#e3e6ea",
    "--mantine-primary-color-light": "#eef1ff",
    "--mantine-primary-color-light-hover": "#dfe5ff",
    "--mantine-primary-color-light-color": "#3545ad",
    "--c-raised": "#f7f8fa",
    "--c-hover": "#f2f4f7",
    "--c-selected": "#eef1ff",
    "--c-divider": "#e3e6ea",
    "--c-input-border": "#868f99",
    "--c-link": "#3545ad",
    "--c-focus": "#4459d6",
    ...toneVariables("light"),
  },
  dark: {
    "--mantine-color-body": "#1d2126",
    "--mantine-color-text": "#e6e8eb",
    "--mantine-color-dimmed": "#a3abb5",
    "--mantine-color-placeholder": "#98a1ab",
    "--mantine-color-anchor": "#9badff",
    "--mantine-color-error": "#ff9a94",
    "--mantine-color-default": "#1d2126",
    "--mantine-color-default-hover": "#2b3138",
    "--mantine-color-default-color": "#e6e8eb",
    "--mantine-color-default-border": "#3a4149",
    "--mantine-color-disabled": "#2b3138",
    "--mantine-color-disabled-color": "#a3abb5",
    "--mantine-color-disabled-border": "#3a4149",
    "--mantine-primary-color-light": "#2a3154",
    "--mantine-primary-color-light-hover": "#323b66",
    "--mantine-primary-color-light-color": "#bfcbff",
    "--c-raised": "#2b3138",
    "--c-hover": "#262b31",
    "--c-selected": "#272d47",
    "--c-divider": "#3a4149",
    "--c-input-border": "#7d8691",
    "--c-link": "#9badff",
    "--c-focus": "#9badff",
    ...toneVariables("dark"),
  },
});

/** The theme of the component library, made of the tokens in the design. */
export const theme = createTheme({
  colors: { brand, gray, dark, red },
  primaryColor: "brand",
  primaryShade: 9,
  white: "#fff",
  black: "#1b1f24",
  fontFamily: "'Inter Variable', system-ui, -apple-system, 'Segoe UI', sans-serif",
  fontFamilyMonospace: "ui-monospace, SFMono-Regular, Menlo, Consolas, monospace",
  fontSizes: { xs: "12px", sm: "13px", md: "14px", lg: "16px", xl: "20px" },
  lineHeights: { xs: "16px", sm: "18px", md: "20px", lg: "24px", xl: "28px" },
  spacing: { xs: "4px", sm: "8px", md: "12px", lg: "16px", xl: "24px", xxl: "32px" },
  radius: { xs: "4px", sm: "6px", md: "8px", lg: "8px", xl: "12px" },
  defaultRadius: "sm",
  headings: {
    fontWeight: "600",
    sizes: {
      h1: { fontSize: "20px", lineHeight: "28px" },
      h2: { fontSize: "16px", lineHeight: "24px" },
      h3: { fontSize: "14px", lineHeight: "20px" },
    },
  },
  respectReducedMotion: true,
  cursorType: "pointer",
  components: {
    ActionIcon: { defaultProps: { variant: "subtle", color: "gray", size: 32 } },
    Button: { defaultProps: { size: "sm" } },
    CloseButton: { defaultProps: { size: 32, iconSize: 16 } },
    Drawer: {
      defaultProps: {
        overlayProps: { backgroundOpacity: 0.35 },
        transitionProps: { duration: 120 },
      },
    },
    Menu: {
      defaultProps: {
        shadow: "none",
        withInitialFocusPlaceholder: false,
        transitionProps: { duration: 80 },
        position: "bottom-end",
      },
    },
    Modal: {
      defaultProps: {
        shadow: "none",
        padding: "lg",
        overlayProps: { backgroundOpacity: 0.35 },
        transitionProps: { duration: 120 },
      },
    },
    Pill: {
      defaultProps: { size: "lg" },
      styles: {
        root: {
          backgroundColor: "var(--tone-grey-ground)",
          color: "var(--tone-grey)",
          fontSize: 13,
        },
      },
    },
    Popover: { defaultProps: { shadow: "none", transitionProps: { duration: 80 } } },
    Tooltip: { defaultProps: { openDelay: 400, transitionProps: { duration: 80 } } },
  },
});
