import type { ReactNode } from 'react';
import css from './PageHead.module.css';

interface Props {
  title: string;
  words: string;
  children?: ReactNode;
}

/** A page's name, what it shows, and what it is filtered by. */
export const PageHead = ({ title, words, children }: Props) => (
  <header className={css.head}>
    <div className={css.words}>
      <h1 className={css.title}>{title}</h1>
      <p className={css.soft}>{words}</p>
    </div>
    {children && <div className={css.filters}>{children}</div>}
  </header>
);
