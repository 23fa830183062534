import type { Icon } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import type { Tone } from '../../ui/Notice';
import css from './BubbleNote.module.css';

interface Said {
  tone: Tone;
  icon: Icon;
  heading: ReactNode;
  clause?: string | null;
  next?: string;
  children?: ReactNode;
  testId?: string;
}

/** What stands beneath a message that is not simply sent: what became of it, by which clause, and what to do next. */
export function BubbleNote({ tone, icon: Glyph, heading, clause, next, children, testId }: Said) {
  return (
    <div className={css.note} role="note" data-tone={tone} data-testid={testId}>
      <Glyph size={16} className={css.icon} aria-hidden />
      <div className={css.words}>
        <p className={css.heading}>
          {heading}
          {clause && <span className={css.clause}>{clause}</span>}
        </p>
        {children}
        {next && (
          <p className={css.next} dir="auto">
            {next}
          </p>
        )}
      </div>
    </div>
  );
}
