import { useComputedColorScheme, useMantineColorScheme } from '@mantine/core';

/** What switching to the other colours is called, and the switch itself. */
export function useColourToggle(): { label: string; dark: boolean; toggle: () => void } {
  const { setColorScheme } = useMantineColorScheme();
  const dark = useComputedColorScheme('light', { getInitialValueInEffect: false }) === 'dark';
  return {
    dark,
    label: dark ? 'Light colours' : 'Dark colours',
    toggle: () => setColorScheme(dark ? 'light' : 'dark'),
  };
}
