import { capsOf } from '../commands/shortcuts';
import css from './Kbd.module.css';

/** A shortcut as it stands on the keys. Left out on narrow screens, which seldom have a keyboard. */
export function Kbd({ shortcut, always = false }: { shortcut: string; always?: boolean }) {
  return (
    <span className={css.keys} data-always={always || undefined} aria-hidden>
      {capsOf(shortcut).map((cap) => (
        <kbd key={cap} className={css.cap}>
          {cap}
        </kbd>
      ))}
    </span>
  );
}
