import { CloseButton } from '@mantine/core';
import css from './CallRefused.module.css';

/** Why the business could not be called. */
export function CallRefused({ reason, onClose }: { reason: string; onClose: () => void }) {
  return (
    <div className={css.refused} role="alert">
      <span>{reason}</span>
      <CloseButton size="sm" c="inherit" onClick={onClose} aria-label="Close" />
    </div>
  );
}
