import { IconPlugConnectedX } from '@tabler/icons-react';
import { useLine } from '../api/live';
import css from './LineBanner.module.css';

/** Says that what is shown may be old, until the live line is back. */
export function LineBanner() {
  if (useLine() !== 'away') return null;
  return (
    <div className={css.banner} role="status">
      <IconPlugConnectedX size={16} aria-hidden />
      Connection lost. Reconnecting; what you see may be a little old.
    </div>
  );
}
