import { Button } from '@mantine/core';
import css from './FailedNote.module.css';

export function FailedNote({ reason, onRetry }: { reason: string; onRetry: () => void }) {
  return (
    <span className={css.note} role="alert">
      <span>Not sent. {reason}</span>
      <Button variant="light" size="compact-sm" onClick={onRetry}>
        Try again
      </Button>
    </span>
  );
}
