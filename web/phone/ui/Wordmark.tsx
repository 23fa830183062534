import css from './Wordmark.module.css';

export function Wordmark() {
  return (
    <span className={css.mark}>
      <svg viewBox="0 0 32 32" width="26" height="26" aria-hidden>
        <rect width="32" height="32" rx="10" className={css.tile} />
        <path d="M10 9h12a3 3 0 0 1 3 3v6a3 3 0 0 1-3 3h-5.500l-5.500 4.500V21h-1a3 3 0 0 1-3-3v-6a3 3 0 0 1 3-3z" className={css.bubble} />
      </svg>
      <span>
        parley <span className={css.light}>phone</span>
      </span>
    </span>
  );
}
