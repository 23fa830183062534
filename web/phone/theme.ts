import { createTheme } from '@mantine/core';

export const theme = createTheme({
  fontFamily: "'Inter Variable', system-ui, sans-serif",
  primaryColor: 'sea',
  primaryShade: { light: 7, dark: 4 },
  autoContrast: true,
  luminanceThreshold: 0.3,
  defaultRadius: 'md',
  cursorType: 'pointer',
  components: {
    Button: { defaultProps: { radius: 'xl' } },
    // Two arrows as large as a thumb do not fit into one field; a phone has its keys for numbers.
    NumberInput: { defaultProps: { hideControls: true } },
  },
  colors: {
    sea: [
      '#e6f6f4', '#ccebe7', '#9edad2', '#6cc7bc', '#43b6a9', '#24a197', '#148680', '#0b6e6b', '#0a5458', '#063c40',
    ],
  },
});
