import type { ReactNode } from 'react';
import css from './ContextPane.module.css';

export const Section = ({ title, action, children }: { title: string; action?: ReactNode; children: ReactNode }) => (
  <section className={css.section}>
    <header className={css.sectionHead}>
      <h3 className={css.title}>{title}</h3>
      {action}
    </header>
    {children}
  </section>
);

export const Fact = ({ name, children }: { name: string; children: ReactNode }) => (
  <div className={css.fact}>
    <dt>{name}</dt>
    <dd>{children}</dd>
  </div>
);
