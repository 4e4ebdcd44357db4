/** Mantine in the colours of the picture: controls are ink on paper, since colour is kept for what it means. */
import { Button, type CSSVariablesResolver, createTheme, type MantineColorsTuple } from '@mantine/core';

const ink: MantineColorsTuple = [
  '#f4f5f5',
  '#e4e6e8',
  '#c9ced1',
  '#a9b0b6',
  '#868f97',
  '#6a737b',
  '#525a62',
  '#3a4148',
  '#2a3036',
  '#1d2126',
];

export const theme = createTheme({
  fontFamily: 'var(--font)',
  colors: { ink },
  primaryColor: 'ink',
  primaryShade: { light: 8, dark: 2 },
  defaultRadius: 6,
  cursorType: 'pointer',
  respectReducedMotion: true,
  focusRing: 'auto',
  components: {
    Button: Button.extend({
      vars: (_theme, { variant = 'filled' }) => ({
        root:
          variant === 'filled'
            ? {
                '--button-bg': 'var(--ink)',
                '--button-hover': 'var(--ink-2)',
                '--button-color': 'var(--card)',
              }
            : {},
      }),
    }),
  },
});

const common = {
  '--mantine-color-body': 'var(--card)',
  '--mantine-color-text': 'var(--ink)',
  '--mantine-color-dimmed': 'var(--ink-2)',
  '--mantine-color-default': 'var(--card)',
  '--mantine-color-default-hover': 'var(--sunken)',
  '--mantine-color-default-color': 'var(--ink)',
  '--mantine-color-default-border': 'var(--line-strong)',
  '--mantine-color-error': 'var(--failure)',
  '--mantine-color-placeholder': 'var(--ink-3)',
};

export const variables: CSSVariablesResolver = () => ({ variables: {}, light: common, dark: common });
