import type { ReactNode } from 'react';
import { Mark } from '../ui/Mark';
import css from './Splash.module.css';

/** The page while there is nothing to show yet, or nothing that may be shown. */
export function Splash({ children }: { children?: ReactNode }) {
  return (
    <main className={css.splash}>
      <Mark size={44} />
      {children ?? <span className={css.loading} role="status" aria-label="Loading" />}
    </main>
  );
}
