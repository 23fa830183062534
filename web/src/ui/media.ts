import { useMediaQuery } from '@mantine/hooks';

/** One pane at a time below this width. Kept in step with DeskPage.module.css. */
export const useIsNarrow = (): boolean =>
  useMediaQuery('(max-width: 859px)', undefined, { getInitialValueInEffect: false }) ?? false;

/** Room for the third pane beside list and thread. */
export const useIsWide = (): boolean =>
  useMediaQuery('(min-width: 1240px)', undefined, { getInitialValueInEffect: false }) ?? false;
