import { Button } from '@mantine/core';
import { IconAlertTriangle, IconInfoCircle, IconShieldX } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import css from './Notice.module.css';

export type Tone = 'red' | 'amber' | 'calm';

interface Props {
  tone: Tone;
  title: string;
  children?: ReactNode;
  action?: { label: string; run: () => void };
  testId?: string;
}

const ICONS = { red: IconShieldX, amber: IconAlertTriangle, calm: IconInfoCircle };

/** Something to know before going on, with the way on. */
export function Notice({ tone, title, children, action, testId }: Props) {
  const Glyph = ICONS[tone];
  return (
    <div className={css.notice} data-tone={tone} role={tone === 'red' ? 'alert' : 'status'} data-testid={testId}>
      <Glyph size={18} className={css.icon} aria-hidden />
      <div className={css.words}>
        <p className={css.title}>{title}</p>
        {children && <div className={css.more}>{children}</div>}
      </div>
      {action && (
        <Button size="compact-sm" variant="default" className={css.action} onClick={action.run}>
          {action.label}
        </Button>
      )}
    </div>
  );
}
