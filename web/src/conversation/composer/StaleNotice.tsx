import { Button } from '@mantine/core';
import { IconMessage2Exclamation } from '@tabler/icons-react';
import css from './StaleNotice.module.css';

interface Props {
  title?: string;
  words?: string;
  onSendAnyway?: () => void;
  disabled?: boolean;
}

/** The conversation moved on while one wrote: read first, then decide. */
export function StaleNotice({
  title = 'The conversation moved on while you were writing.',
  words = 'Read what is new above. Your words are still here.',
  onSendAnyway,
  disabled,
}: Props) {
  return (
    <div className={css.notice} role="alert" data-testid="stale-notice">
      <IconMessage2Exclamation size={18} className={css.icon} aria-hidden />
      <div className={css.words}>
        <p className={css.title}>{title}</p>
        <p>{words}</p>
      </div>
      {onSendAnyway && (
        <Button size="compact-sm" variant="default" onClick={onSendAnyway} disabled={disabled} data-testid="send-anyway">
          Send anyway
        </Button>
      )}
    </div>
  );
}
