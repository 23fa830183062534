import { capsOf } from '../commands/shortcuts';
import css from './Kbd.module.css';

/** A shortcut as it stands on the keys. */
export function Kbd({ shortcut }: { shortcut: string }) {
  return (
    <span className={css.keys} aria-hidden>
      {capsOf(shortcut).map((cap) => (
        <kbd key={cap} className={css.cap}>
          {cap}
        </kbd>
      ))}
    </span>
  );
}
