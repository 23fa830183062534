import type { Icon } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import css from './Empty.module.css';

interface Props {
  icon: Icon;
  title: string;
  children?: ReactNode;
}

/** Nothing here, and why that is. */
export function Empty({ icon: Glyph, title, children }: Props) {
  return (
    <div className={css.empty}>
      <span className={css.icon}>
        <Glyph size={24} stroke={1.6} aria-hidden />
      </span>
      <p className={css.title}>{title}</p>
      {children && <div className={css.words}>{children}</div>}
    </div>
  );
}
