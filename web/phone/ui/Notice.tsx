import { Button } from '@mantine/core';
import type { ReactNode } from 'react';
import css from './Notice.module.css';

interface Props {
  icon: ReactNode;
  title: string;
  children?: ReactNode;
  action?: { label: string; run: () => void };
  /** An error is announced at once. */
  urgent?: boolean;
  /** On a patterned ground the words need one of their own. */
  card?: boolean;
}

/** What an empty or broken screen says, and what to do about it. */
export function Notice({ icon, title, children, action, urgent = false, card = false }: Props) {
  return (
    <div className={css.notice} data-card={card || undefined} role={urgent ? 'alert' : undefined}>
      <span className={css.icon} aria-hidden>
        {icon}
      </span>
      <p className={css.title}>{title}</p>
      {children && <p className={css.text}>{children}</p>}
      {action && (
        <Button onClick={action.run} size="sm" radius="xl" mt={6}>
          {action.label}
        </Button>
      )}
    </div>
  );
}
