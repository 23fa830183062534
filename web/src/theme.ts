import { createTheme } from '@mantine/core';

export const theme = createTheme({
  fontFamily: "'Inter Variable', system-ui, sans-serif",
  headings: { fontFamily: "'Inter Variable', system-ui, sans-serif", fontWeight: '640' },
  primaryColor: 'petrol',
  primaryShade: { light: 7, dark: 6 },
  autoContrast: true,
  luminanceThreshold: 0.32,
  defaultRadius: 8,
  cursorType: 'pointer',
  focusRing: 'auto',
  fontSizes: { xs: '12px', sm: '13px', md: '14px', lg: '16px', xl: '19px' },
  components: {
    Tooltip: { defaultProps: { openDelay: 350, withArrow: false, fz: 12, px: 8, py: 4 } },
    Modal: { defaultProps: { centered: true, radius: 14, padding: 20, closeButtonProps: { 'aria-label': 'Close' } } },
    Menu: { defaultProps: { radius: 10, shadow: 'md' } },
    ActionIcon: { defaultProps: { variant: 'subtle', color: 'gray' } },
  },
  colors: {
    petrol: [
      '#e8f4f6', '#cfe7eb', '#a3d2da', '#6fbcc8', '#3fa3b2', '#1f8a9b', '#10707f', '#0d5b6a', '#0b4956', '#0a3640',
    ],
  },
});
